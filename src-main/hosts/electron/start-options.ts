import { isAbsolute, resolve } from 'node:path';
import { CONFIGURATION_EXTENSION } from '../../domain/menu-command.ts';

/** What the command line asks of the desktop. */
export interface StartOptions {
  /** Absolute folder given by `--data DIR`; undefined for the user's own. */
  readonly dataFolder: string | undefined;
  /** Absolute paths of the configuration files to open. */
  readonly files: readonly string[];
}

/**
 * Reads the command line. Unknown flags pass: the operating system and Chromium add their own.
 * @param args the arguments after the program and, in development, after the folder of the app.
 * @param workingFolder what relative paths start from.
 */
export function readStartOptions(args: readonly string[], workingFolder: string): StartOptions {
  const absolute = (path: string): string => (isAbsolute(path) ? path : resolve(workingFolder, path));
  const files: string[] = [];
  let dataFolder: string | undefined;
  for (let at = 0; at < args.length; at += 1) {
    const argument = args[at] ?? '';
    if (argument === '--data') {
      at += 1;
      const folder = args[at];
      if (folder !== undefined && folder !== '' && !folder.startsWith('--')) dataFolder = absolute(folder);
    } else if (argument.startsWith('--data=')) {
      dataFolder = absolute(argument.slice('--data='.length));
    } else if (isConfigurationFile(argument)) {
      files.push(absolute(argument));
    }
  }
  return { dataFolder, files };
}

/** True for a path that ends like the app's own configuration files and is no flag. */
export function isConfigurationFile(path: string): boolean {
  return !path.startsWith('-') && path.toLowerCase().endsWith(`.${CONFIGURATION_EXTENSION}`);
}
