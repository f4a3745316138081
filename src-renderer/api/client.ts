import { QueryClient } from '@tanstack/react-query';
import { createTRPCClient, httpLink, isTRPCClientError, type TRPCClientErrorLike } from '@trpc/client';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import type { AppRouter } from '../../src-main/api/app-router.ts';
import { epochHeaders, noticeRestore } from './epoch.ts';

/** What the API says about a failed call: a sentence for the user, and the path of the field it belongs to. */
export type ApiProblem = NonNullable<TRPCClientErrorLike<AppRouter>['data']>['problem'];

/** Keeps the answers of the API. The core is on this machine, so nothing waits for a network or tries again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, staleTime: 2_000 },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** The typed client by itself, for calls outside a component. */
export const apiClient = createTRPCClient<AppRouter>({
  links: [
    httpLink({
      url: '/api/trpc',
      headers: epochHeaders,
      fetch: async (url, init) => {
        const answer = await fetch(url, init as RequestInit);
        await noticeRestore(answer);
        return answer;
      },
    }),
  ],
});

/** Query and mutation options of every procedure, e.g. `useQuery(trpc.groups.list.queryOptions())`. */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client: apiClient, queryClient });

const unreachable: ApiProblem = {
  code: 'unexpected',
  sentence: 'The app does not answer. Check that it is still running, then try again.',
  path: '',
};

/** Turns whatever a call threw into a problem the page can show. */
export function problemOf(error: unknown): ApiProblem {
  if (!isTRPCClientError<AppRouter>(error)) {
    return error instanceof Error && error.message !== ''
      ? { code: 'unexpected', sentence: error.message, path: '' }
      : unreachable;
  }
  // The host's own refusals have the API's shape, but no problem: their message is the sentence.
  const data: { problem?: ApiProblem } | null | undefined = error.data;
  if (data === null || data === undefined) return unreachable;
  return data.problem ?? { code: 'unexpected', sentence: error.message, path: '' };
}
