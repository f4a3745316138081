import type { WebContents } from 'electron';

/** Attaches no webview. Security checklist 12: verify WebView options before creation. */
export function denyWebviews(contents: WebContents): void {
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
