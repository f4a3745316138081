/** What kind of trouble a `DomainError` reports; the page decides by it what to offer. */
export type ProblemCode =
  | 'invalid'
  | 'not-found'
  | 'name-taken'
  | 'changed-meanwhile'
  /** A backup was restored since the page was loaded: what it shows belongs to the data before. */
  | 'restored'
  | 'in-use'
  | 'needs-confirmation'
  | 'busy'
  | 'unreadable-file'
  | 'too-large'
  | 'storage';

/** What is said to a page that was loaded before a backup was restored. */
export const RESTORED =
  'A backup was restored since this page was loaded. Nothing was saved; load the restored data first.';

/** An error a user can meet: a sentence that says what happened and what to do, and the field it belongs to. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: ProblemCode;
  /** Path of the field, e.g. `settings.serialNumber.active`; empty where no field is to blame. */
  readonly path: string;

  constructor(code: ProblemCode, sentence: string, path = '') {
    super(sentence);
    this.code = code;
    this.path = path;
  }
}
