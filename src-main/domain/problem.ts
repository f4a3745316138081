/** What kind of trouble a `DomainError` reports; the page decides by it what to offer. */
export type ProblemCode =
  | 'invalid'
  | 'not-found'
  | 'name-taken'
  | 'changed-meanwhile'
  | 'in-use'
  | 'needs-confirmation'
  | 'busy'
  | 'unreadable-file'
  | 'too-large'
  | 'storage';

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
