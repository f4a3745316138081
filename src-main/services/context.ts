import type { Store } from '../store/store.ts';

/** What the services work with. */
export interface ServiceContext {
  /** The page connection: short reads and writes only. */
  readonly store: Store;
  /** Folder of the data file, for files beside it. */
  readonly dataFolder: string;
  /** Runs work that must not meet any other change, e.g. a backup and what follows it. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  /**
   * Runs a change in one transaction, after any job that is applying its work.
   * Everything that writes through the page connection goes through here.
   */
  readonly write: <T>(work: () => T) => Promise<T>;
  /** Name of the operating system's user, for the history. */
  readonly user: string;
  /** The present, for tests to set. */
  readonly now: () => Date;
}
