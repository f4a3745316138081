import type { LocationStage } from '../../../src-main/domain/verdict.ts';

/** What each stage means, for whoever chooses one. */
export const stageMeanings: Readonly<Record<LocationStage, string>> = {
  Storage: 'Stock waits to be picked. Every location that no pattern fits is Storage.',
  'Staged after pick': 'Stock was picked. A serial number that is asked at picking is overdue here.',
  Packing: 'Stock stands at a packing station. A serial number that is asked at packing is due here.',
  Loaded: 'Stock is on its way out. Every blank serial number is overdue here.',
};
