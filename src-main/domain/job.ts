import type { ProblemCode } from './problem.ts';

/** Long work that the page watches. `total` is 0 while it is not known. */
export interface JobState<Result = unknown> {
  readonly id: string;
  readonly status: 'running' | 'done' | 'failed' | 'canceled';
  /** What it is doing now, in words, e.g. `Reading warehouse-on-hand.csv`. */
  readonly phase: string;
  readonly done: number;
  readonly total: number;
  /** There once the status is `done`. */
  readonly result: Result | null;
  /** A sentence for the user, there once the status is `failed`. */
  readonly error: string | null;
  /** What kind of trouble the error is; null where the status is not `failed`. */
  readonly code: ProblemCode | 'unexpected' | null;
}

/** Thrown inside a job when the user has cancelled it. Everything it did is undone. */
export class JobCanceledError extends Error {
  override readonly name = 'JobCanceledError';
}

/** What a job gets to report its progress and to learn that it was cancelled. */
export interface JobControl {
  /** Names what comes next and how large it is (bytes, rows; 0 unknown). */
  phase(name: string, total: number): void;
  /** Says how much of the phase is done. @throws JobCanceledError once the user has cancelled. */
  progress(done: number): void;
}

/** For work that is over before anybody could watch it. */
export const unwatched: JobControl = { phase: () => undefined, progress: () => undefined };
