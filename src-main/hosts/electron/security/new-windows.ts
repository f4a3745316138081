import type { WebContents } from 'electron';
import { openExternal } from './external-links.ts';

/**
 * Opens no second window. A link to an allowed site goes to the user's browser.
 * Security checklist 14: disable or limit creation of new windows.
 */
export function denyNewWindows(contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }) => {
    openExternal(url);
    return { action: 'deny' };
  });
}
