import { join } from 'node:path';
import log from 'electron-log/node.js';

/** Size at which the log is put aside and begun anew, in bytes. */
const MAX_LOG = 5 * 1024 * 1024;

/** Where the core notes what the user need not read. */
export interface Log {
  info(text: string): void;
  error(error: unknown): void;
}

/** Opens the log of a data folder, `serial-capture-desk.log`. */
export function openLog(dataFolder: string): Log {
  log.transports.console.level = false;
  log.transports.file.setAppName('Serial Capture Desk');
  log.transports.file.level = 'info';
  log.transports.file.maxSize = MAX_LOG;
  log.transports.file.resolvePathFn = () => join(dataFolder, 'serial-capture-desk.log');
  return {
    info: (text) => log.info(text),
    error: (error) => log.error(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  };
}
