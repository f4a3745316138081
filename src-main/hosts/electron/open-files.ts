import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { app, dialog } from 'electron';
import { MAX_OPEN_FILE_BYTES, type OpenFileCommand } from '../../domain/menu-command.ts';
import type { SendCommand } from './commands.ts';
import { isConfigurationFile } from './start-options.ts';

/** Opens the user's configuration files in the page. */
export interface FileOpener {
  /** Opens the files now, or as soon as there is a page. */
  open(files: readonly string[]): void;
  /** Names the page's door. Files opened before go through it now. */
  useSender(send: SendCommand): Promise<void>;
}

/** Makes the opener, and lets the operating system's own "open file" reach it. Before the app is ready. */
export function createFileOpener(): FileOpener {
  let send: SendCommand | undefined;
  let waiting: string[] = [];
  const opener: FileOpener = {
    open(files) {
      if (send === undefined) waiting.push(...files);
      else void handOver(files, send);
    },
    async useSender(sender) {
      send = sender;
      const files = waiting;
      waiting = [];
      await handOver(files, sender);
    },
  };
  // macOS tells by this event, never by arguments, and possibly before the app is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (isConfigurationFile(path)) opener.open([path]);
  });
  return opener;
}

/** Reads the files one after the other and sends each to the page; says which one could not be read. */
async function handOver(files: readonly string[], send: SendCommand): Promise<void> {
  for (const file of files) {
    try {
      send(await readConfigurationFile(file));
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      dialog.showErrorBox(`${basename(file)} could not be opened`, `${why}\n\nNothing was changed.`);
    }
  }
}

/**
 * Reads a file whole. The page gets its name and its bytes, never its path.
 * @throws Error with a sentence for the user when it is no file or is too large.
 */
export async function readConfigurationFile(path: string): Promise<OpenFileCommand> {
  const file = await open(path, 'r');
  try {
    const about = await file.stat();
    if (!about.isFile()) throw new Error('It is not a file.');
    if (about.size > MAX_OPEN_FILE_BYTES) throw new Error('It is larger than 64 MiB.');
    const bytes = await file.readFile();
    return { kind: 'open-file', name: basename(path), bytes: new Uint8Array(bytes).buffer };
  } finally {
    await file.close();
  }
}
