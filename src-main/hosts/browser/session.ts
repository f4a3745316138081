import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** How long a browser keeps the cookie, in seconds: 30 days. Its secret is worthless once the server has stopped. */
const COOKIE_SECONDS = 30 * 24 * 60 * 60;

/** Who may talk to this server: whoever brought the token once, and holds the cookie since. */
export interface Session {
  /** The token of the printed link. */
  readonly token: string;
  /** Whether this is the token and it has not been used yet. Uses it up. */
  redeem(token: string): boolean;
  /** The Set-Cookie value that opens the server to a browser. */
  cookieFor(port: number): string;
  /** Whether a Cookie header carries this server's secret. */
  holds(cookieHeader: string | null, port: number): boolean;
}

/** Starts a session with a fresh token and a fresh secret, 256 bits each. */
export function createSession(): Session {
  const token = randomBytes(32).toString('base64url');
  const secret = randomBytes(32).toString('base64url');
  let used = false;
  return {
    token,
    redeem(offered) {
      if (used || !same(offered, token)) return false;
      used = true;
      return true;
    },
    cookieFor: (port) =>
      `${cookieName(port)}=${secret}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${COOKIE_SECONDS}`,
    holds: (cookieHeader, port) =>
      readCookies(cookieHeader, cookieName(port)).some((value) => same(value, secret)),
  };
}

/** Cookies do not tell ports apart, so the name does: two desks in one browser do not shut each other out. */
function cookieName(port: number): string {
  return `desk-${port}`;
}

function readCookies(header: string | null, name: string): readonly string[] {
  return (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
}

/** Compares in a time that tells nothing about where two secrets differ. */
function same(left: string, right: string): boolean {
  return timingSafeEqual(digest(left), digest(right));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
