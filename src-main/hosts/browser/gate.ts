import { apiError, textError } from '../answer.ts';
import { climbs } from '../page-path.ts';
import { strangerPage, welcomePage } from './plain-page.ts';
import type { Session } from './session.ts';

/** A request's own words, before any library tidied them. */
export interface RawRequest {
  /** The request target as sent: a path, or a whole URL in the absolute form. */
  readonly target: string;
  /** Names and values in turn, as sent. */
  readonly headers: readonly string[];
}

/** Answers a request that must not reach the app; undefined lets it through. */
export type Gate = (request: Request, raw: RawRequest) => Response | undefined;

/** Makes the checks that stand before the app in the browser host, for a server on 127.0.0.1 at `port`. */
export function createGate(port: number, session: Session): Gate {
  const { origin, host } = new URL(`http://127.0.0.1:${port}`);

  /** DNS rebinding sends a foreign Host; the absolute form can name a host that the Host header does not. */
  const isForeign = (request: Request, raw: RawRequest): boolean => {
    const hosts = valuesOf(raw, 'host');
    return hosts.length !== 1 || hosts[0] !== host || new URL(request.url).origin !== origin;
  };

  /** Another page of the same machine may send requests, but it cannot write this page's Origin. */
  const isForgery = (request: Request, isApi: boolean): boolean => {
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (!reads && request.headers.get('origin') !== origin) return true;
    const site = request.headers.get('sec-fetch-site');
    return isApi && site !== null && site !== 'same-origin' && site !== 'none';
  };

  return (request, raw) => {
    if (isForeign(request, raw)) return textError(403, 'This server answers to its own address only.');
    if (climbs(raw.target)) return textError(400, 'This address is not a path of the app.');
    const { pathname, searchParams } = new URL(request.url);
    const isApi = pathname === '/api' || pathname.startsWith('/api/');
    if (isForgery(request, isApi)) return apiError(403, 'Only the page of this desk may send that request.');
    const held = session.holds(request.headers.get('cookie'), port);
    const token = searchParams.get('token');
    if (token !== null && pathname === '/' && request.method === 'GET') {
      return held || session.redeem(token) ? welcomePage(session.cookieFor(port)) : strangerPage();
    }
    if (held) return undefined;
    return isApi ? apiError(401, 'Open the link that the program printed when it started.') : strangerPage();
  };
}

function valuesOf(raw: RawRequest, name: string): readonly string[] {
  return raw.headers.filter((_value, at) => at % 2 === 1 && raw.headers[at - 1]?.toLowerCase() === name);
}
