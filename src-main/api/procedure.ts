import { initTRPC, TRPCError } from '@trpc/server';
import { z, ZodError } from 'zod';
import { DomainError, RESTORED, type ProblemCode } from '../domain/problem.ts';
import type { ApiContext } from './context.ts';

/** What the page finds in `error.data.problem`: a sentence for the user, and the field it belongs to. */
export interface ApiProblem {
  readonly code: ProblemCode | 'unexpected';
  readonly sentence: string;
  /** Path of the field, e.g. `settings.serialNumber.active`; empty where no field is to blame. */
  readonly path: string;
}

const trpc = initTRPC.context<ApiContext>().create({
  errorFormatter: ({ shape, error, ctx }) => {
    const problem = problemOf(error);
    if (problem.code === 'unexpected') ctx?.report(error.cause ?? error);
    return {
      message: problem.sentence,
      code: shape.code,
      data: { code: shape.data.code, httpStatus: shape.data.httpStatus, problem },
    };
  },
});

/** Turns what a procedure threw into what the page shows. Nothing internal leaves the core. */
function problemOf(error: TRPCError): ApiProblem {
  const { cause } = error;
  if (cause instanceof DomainError) return { code: cause.code, sentence: cause.message, path: cause.path };
  if (cause instanceof ZodError) {
    const issue = cause.issues[0];
    return {
      code: 'invalid',
      sentence: issue?.message ?? 'The input is not valid.',
      path: issue?.path.join('.') ?? '',
    };
  }
  // Every other error that is not the core's own: an unknown procedure, a wrong method, a body that is no JSON.
  if (error.code !== 'INTERNAL_SERVER_ERROR')
    return { code: 'invalid', sentence: 'This request is not one that the app knows.', path: '' };
  return {
    code: 'unexpected',
    sentence: 'Something unexpected happened. Nothing was changed; the log has the details.',
    path: '',
  };
}

/** What a page may ask whatever it was loaded from: which data there is now, and how a restore is getting on. */
const always: ReadonlySet<string> = new Set(['app', 'jobs.get', 'jobs.cancel']);

/** Refuses a page that was loaded before a backup was restored: what it says is about data that is no more. */
const sameEpoch = trpc.middleware(({ ctx, path, next }) => {
  if (ctx.pageEpoch === undefined || ctx.pageEpoch === ctx.app.epoch || always.has(path)) return next();
  throw new DomainError('restored', RESTORED);
});

const domainErrors = trpc.middleware(async ({ next }) => {
  const result = await next();
  if (result.ok || !(result.error.cause instanceof DomainError)) return result;
  throw new TRPCError({ code: statusOf(result.error.cause.code), cause: result.error.cause });
});

function statusOf(
  code: ProblemCode,
): 'NOT_FOUND' | 'CONFLICT' | 'BAD_REQUEST' | 'SERVICE_UNAVAILABLE' | 'PAYLOAD_TOO_LARGE' {
  switch (code) {
    case 'not-found':
      return 'NOT_FOUND';
    case 'name-taken':
    case 'changed-meanwhile':
    case 'restored':
    case 'in-use':
    case 'needs-confirmation':
      return 'CONFLICT';
    case 'busy':
    case 'storage':
      return 'SERVICE_UNAVAILABLE';
    case 'too-large':
      return 'PAYLOAD_TOO_LARGE';
    case 'invalid':
    case 'unreadable-file':
      return 'BAD_REQUEST';
  }
}

/** Builds a router. */
export const { router } = trpc;

/** The input of a query that takes none: whatever comes is refused, never passed over. */
export const noInput = z.undefined('This call takes no input.');

/** A procedure whose domain errors reach the page with code, sentence and path. */
export const procedure = trpc.procedure.use(domainErrors).use(sameEpoch);
