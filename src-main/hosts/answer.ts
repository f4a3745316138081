import { secure } from './security-headers.ts';

/** The errors a host gives itself, with tRPC's names and numbers, so that the page's client shows the sentence. */
const errors = {
  400: { name: 'BAD_REQUEST', code: -32600 },
  401: { name: 'UNAUTHORIZED', code: -32001 },
  403: { name: 'FORBIDDEN', code: -32003 },
  404: { name: 'NOT_FOUND', code: -32004 },
  405: { name: 'METHOD_NOT_SUPPORTED', code: -32005 },
  413: { name: 'PAYLOAD_TOO_LARGE', code: -32013 },
  503: { name: 'SERVICE_UNAVAILABLE', code: -32603 },
} as const;

/** HTTP status of an error that a host gives itself. */
export type ErrorStatus = keyof typeof errors;

/** A JSON answer in the API's error shape with a sentence for the user, never cached. */
export function apiError(status: ErrorStatus, sentence: string): Response {
  const { name, code } = errors[status];
  const body = { error: { message: sentence, code, data: { code: name, httpStatus: status } } };
  return new Response(JSON.stringify(body), {
    status,
    headers: secure(new Headers({ 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })),
  });
}

/** A plain text answer of one sentence, for paths outside the API. */
export function textError(
  status: ErrorStatus,
  sentence: string,
  extra: Record<string, string> = {},
): Response {
  return new Response(`${sentence}\n`, {
    status,
    headers: secure(
      new Headers({ 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', ...extra }),
    ),
  });
}
