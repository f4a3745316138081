import { join } from 'node:path';
import { _electron, type ElectronApplication } from '@playwright/test';
import { isRoot } from '../../scripts/lib/display.mjs';
import { findElectron } from '../../scripts/lib/electron-binary.mjs';

/** The built main process. */
const program = join(import.meta.dirname, '../../out/main/main.js');

/** Starts the built desk in Electron with its own data folder. */
export async function startElectronDesk(dataFolder: string): Promise<ElectronApplication> {
  const executablePath = findElectron();
  if (executablePath === undefined) throw new Error('There is no Electron binary to start.');
  return _electron.launch({
    executablePath,
    args: [...(isRoot() ? ['--no-sandbox'] : []), program, `--data=${dataFolder}`],
  });
}
