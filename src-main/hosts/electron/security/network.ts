import type { Session, WebContents } from 'electron';
import { isAppUrl } from '../app-scheme.ts';

/**
 * Lets no request leave the machine: only the app's own addresses, and what the page made itself, are loaded.
 * Security checklist 1: only load secure content. 7: the content security policy, which the handler sends, says the
 * same; this holds where a policy does not reach.
 * @param options `devTools`: also the developer tools' own files, in development.
 */
export function denyNetwork(session: Session, options: { readonly devTools: boolean }): void {
  session.webRequest.onBeforeRequest(({ url }, callback) => {
    callback({ cancel: !isLocal(url, options.devTools) });
  });
}

/** WebRTC does not ask `webRequest`. Without a proxy, which this app does not use, it then reaches nobody. */
export function denyPeerConnections(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

function isLocal(url: string, devTools: boolean): boolean {
  return (
    isAppUrl(url) ||
    url.startsWith('data:') ||
    (url.startsWith('blob:') && isAppUrl(url.slice('blob:'.length))) ||
    (devTools && url.startsWith('devtools://'))
  );
}
