import { secure } from '../security-headers.ts';

/** A page without scripts or styles. `refreshTo` makes the browser go on by itself. */
interface PlainPage {
  readonly status: number;
  readonly heading: string;
  readonly sentence: string;
  readonly refreshTo?: string;
  readonly setCookie?: string;
}

/** The page that lets a browser in. It is a page of its own because a redirect would lose the cookie. */
export function welcomePage(setCookie: string): Response {
  return plainPage({
    status: 200,
    heading: 'Serial Capture Desk',
    sentence: 'Opening the desk …',
    refreshTo: '/',
    setCookie,
  });
}

/** The page for a browser that has not been let in. */
export function strangerPage(): Response {
  return plainPage({
    status: 401,
    heading: 'This browser has not been let in',
    sentence:
      'Open the link that the program printed when it started. It works once: when it has been used in another browser, stop the program and start it again for a new link.',
  });
}

function plainPage({ status, heading, sentence, refreshTo, setCookie }: PlainPage): Response {
  const refresh = refreshTo === undefined ? '' : `<meta http-equiv="refresh" content="0;url=${refreshTo}">`;
  const html = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8">${refresh}<title>Serial Capture Desk</title></head>
<body><main><h1>${heading}</h1><p>${sentence}</p></main></body>
</html>
`;
  const headers = new Headers({ 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
  if (setCookie !== undefined) headers.set('Set-Cookie', setCookie);
  return new Response(html, { status, headers: secure(headers) });
}
