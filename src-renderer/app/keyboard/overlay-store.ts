import { createStore } from '../store.ts';

/** What can be laid over any page by a key or a button. */
export type Overlay = 'palette' | 'shortcuts';

const shown = createStore<Overlay | undefined>(undefined);

/** Shows the command palette or the list of shortcuts. */
export function showOverlay(overlay: Overlay): void {
  shown.set(overlay);
}

/** Shows the page alone again. */
export function hideOverlay(): void {
  shown.set(undefined);
}

/** What is laid over the page now. */
export function useOverlay(): Overlay | undefined {
  return shown.use();
}
