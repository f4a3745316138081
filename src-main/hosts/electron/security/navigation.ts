import type { WebContents } from 'electron';
import { isAppUrl } from '../app-scheme.ts';

/**
 * Keeps every frame on the app's own pages: links, dropped files, forms and redirects to anywhere else are refused.
 * Security checklist 13: disable or limit navigation.
 */
export function denyNavigation(contents: WebContents): void {
  contents.on('will-frame-navigate', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault();
  });
  contents.on('will-navigate', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault();
  });
}
