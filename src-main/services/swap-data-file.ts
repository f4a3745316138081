import { existsSync, renameSync } from 'node:fs';
import { preparedFile, syncFolder } from './backup-files.ts';

/** Where the swap can be interrupted, in this order. */
export const swapSteps = ['closed', 'renaming', 'renamed', 'done'] as const;

/** See `swapSteps`. */
export type SwapStep = (typeof swapSteps)[number];

/**
 * Puts the prepared file in the place of the data file. All connections are closed. At every moment there is the one or
 * the other: the name passes from one to the other in one call, after everything else has reached the disk.
 * @param dataFile path of the data file.
 * @param at is called between the steps, for tests to interrupt.
 * @throws Error where a connection is still open, or the disk refuses; the data file is as it was then.
 */
export function swapDataFile(
  dataFolder: string,
  dataFile: string,
  at: (step: SwapStep) => void = () => undefined,
): void {
  at('closed');
  // A log of the old file would be taken for one of the new file, and spoil it.
  if (existsSync(`${dataFile}-wal`)) throw new Error(`${dataFile} is still in use.`);
  syncFolder(dataFolder);
  at('renaming');
  renameSync(preparedFile(dataFolder), dataFile);
  at('renamed');
  syncFolder(dataFolder);
  at('done');
}
