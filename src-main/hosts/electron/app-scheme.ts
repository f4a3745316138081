import { protocol } from 'electron';

const SCHEME = 'app';
const HOST = 'desk';

/** Where the page lives. All of the app, page and API, has this one origin. */
export const APP_ORIGIN = `${SCHEME}://${HOST}`;

/** True for an address of the app itself. */
export function isAppUrl(address: string): boolean {
  const url = URL.parse(address);
  return url?.protocol === `${SCHEME}:` && url.host === HOST;
}

/**
 * Makes `app://` a standard, secure scheme, so that the page has an origin, storage and fetch. Before the app is ready.
 * Security checklist 18: avoid usage of the `file://` protocol and prefer usage of custom protocols.
 */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Answers every request of the page with the handler that both hosts share; any other host name is not found. */
export function serveAppScheme(handler: (request: Request) => Promise<Response>): void {
  protocol.handle(SCHEME, async (request) =>
    isAppUrl(request.url) ? handler(request) : new Response('Not found', { status: 404 }),
  );
}
