import { createStore } from './store.ts';

const waiting = createStore<readonly File[]>([]);

/** Hands files over to Import and export: dropped on the window, chosen by the menu, or opened with the app. */
export function offerFiles(offered: readonly File[]): void {
  if (offered.length > 0) waiting.set([...waiting.get(), ...offered]);
}

/** Takes the files that wait, once. */
export function takeFiles(): readonly File[] {
  const taken = waiting.get();
  if (taken.length > 0) waiting.set([]);
  return taken;
}

/** The files that wait to be taken. */
export function useIncomingFiles(): readonly File[] {
  return waiting.use();
}
