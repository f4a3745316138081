import { posix, win32 } from 'node:path';

/** The folder name that Electron's userData has too, so that both hosts open the same data. */
const FOLDER = 'Serial Capture Desk';

/** Where the user's data is kept when nothing else was asked for, as Electron decides it on each platform. */
export function defaultDataFolder(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
  home: string,
): string {
  if (platform === 'win32') {
    return win32.join(environment['APPDATA'] || win32.join(home, 'AppData', 'Roaming'), FOLDER);
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', FOLDER);
  return posix.join(environment['XDG_CONFIG_HOME'] || posix.join(home, '.config'), FOLDER);
}
