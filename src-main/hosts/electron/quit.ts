import { app } from 'electron';
import type { RunningCore } from '../../core/start-core.ts';

/** How long, in milliseconds, the app waits for the core to close its data before it leaves all the same. */
export const CLOSE_LIMIT = 10_000;

/**
 * Quits when the window is closed, and closes the core before the process ends. In `will-quit`, not in
 * `before-quit`: until then a page with unsaved changes may still keep the window, and would need the core.
 */
export function closeCoreOnQuit(core: Pick<RunningCore, 'close'>): void {
  let state: 'open' | 'closing' | 'closed' = 'open';
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    void withLimit(core.close()).then(() => {
      state = 'closed';
      app.quit();
    });
  });
}

/**
 * A process that hangs unseen would keep the data folder locked; the data file survives being left at any moment.
 */
async function withLimit(closing: Promise<void>): Promise<void> {
  const limit = Promise.withResolvers<void>();
  const timer = setTimeout(limit.resolve, CLOSE_LIMIT);
  await Promise.race([closing.catch(() => undefined), limit.promise]);
  clearTimeout(timer);
}
