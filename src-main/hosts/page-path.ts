/** What a path outside the API asks for. */
export type PagePath =
  | { readonly kind: 'document' }
  | { readonly kind: 'file'; readonly segments: readonly string[] }
  | { readonly kind: 'refused' };

/** A dot segment, a slash, a backslash or a control character, plain or percent-encoded (also twice). */
const TRAVERSAL = /(?:^|\/)(?:\.|%(?:25)*2e){1,2}(?:\/|$)|\\|%(?:25)*(?:2f|5c|[01][0-9a-f]|7f)/i;

/** The names the build gives: no leading dot, no percent sign, no colon. Anything else is not a file of the page. */
const FILE_NAME = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/;

/** Whether a request target tries to climb out of a folder. Looks at the target as sent, before a URL parser tidies it. */
export function climbs(target: string): boolean {
  const path = target.split(/[?#]/, 1)[0] ?? '';
  return TRAVERSAL.test(path) || hasControlCharacter(path);
}

/**
 * Maps a URL's path to a file of the page, or to its one document for every path of the app itself.
 * Works by allow-list: a name the build cannot have made is never looked up.
 */
export function readPagePath(pathname: string): PagePath {
  if (!pathname.startsWith('/') || pathname.includes('//')) return { kind: 'refused' };
  const segments = pathname.slice(1).split('/');
  const last = segments.at(-1) ?? '';
  if (!last.includes('.') || pathname === '/index.html') return { kind: 'document' };
  return segments.every((segment) => FILE_NAME.test(segment))
    ? { kind: 'file', segments }
    : { kind: 'refused' };
}

function hasControlCharacter(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x20 || code === 0x7f) return true;
  }
  return false;
}
