import { app, BrowserWindow } from 'electron';
import { isConfigurationFile } from './start-options.ts';

/**
 * Claims the data folder for this instance of the app. False: another one has it and has been given the files.
 * @param files absolute paths of configuration files to open.
 */
export function claimSingleInstance(files: readonly string[]): boolean {
  return app.requestSingleInstanceLock({ files });
}

/** Opens, in this instance, the files that a second one was started with. */
export function onSecondInstance(use: (files: readonly string[]) => void): void {
  // The files come as data, not from argv: Chromium reorders argv and adds to it.
  app.on('second-instance', (_event, _argv, _folder, data) => use(filesOf(data)));
}

/** Brings the window to the front, also from the task bar. Before there is one, does nothing. */
export function focusWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** What another process sent is checked like any input. */
function filesOf(data: unknown): string[] {
  if (typeof data !== 'object' || data === null || !('files' in data) || !Array.isArray(data.files))
    return [];
  return data.files.filter((file): file is string => typeof file === 'string' && isConfigurationFile(file));
}
