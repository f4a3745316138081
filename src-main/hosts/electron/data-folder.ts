import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { CoreStartError } from '../../core/start-core.ts';

/**
 * Decides where the data, the window's settings and Chromium's own files live. Before the app is ready and before
 * the single-instance lock, which belongs to this folder: windows on different data do not disturb each other.
 * @param wanted absolute path; undefined for the user's own folder.
 * @returns the absolute path of the data folder.
 * @throws CoreStartError with a sentence for the user when a folder cannot be made.
 */
export function useDataFolder(wanted: string | undefined): string {
  if (wanted !== undefined) {
    makeFolder(wanted);
    app.setPath('userData', wanted);
  }
  const folder = app.getPath('userData');
  // Chromium's caches and storage in a folder of their own, so that what stands beside the data file is the user's.
  const browserFolder = join(folder, 'browser');
  makeFolder(browserFolder);
  app.setPath('sessionData', browserFolder);
  return folder;
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CoreStartError(
      `The data folder ${path} cannot be made (${why}). Free it, or name another with --data.`,
    );
  }
}
