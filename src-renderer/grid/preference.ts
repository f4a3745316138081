import { useCallback, useSyncExternalStore } from 'react';

const PREFIX = 'serial-capture-desk.';
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  globalThis.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    globalThis.removeEventListener('storage', listener);
  };
}

/** Reads what was kept, or null; a browser that keeps nothing is no error. */
function read(key: string): string | null {
  try {
    return localStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

function write(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, text);
  } catch {
    // A full or forbidden storage only means that the choice is forgotten.
  }
  for (const listener of listeners) listener();
}

/**
 * A choice about looks that this browser or window keeps, as text; null where none was made.
 * Other windows of the app see it at once. What it means, and whether it is valid, is for the caller to say.
 */
export function usePreference(key: string): readonly [string | null, (text: string | null) => void] {
  const text = useSyncExternalStore(subscribe, () => read(key));
  const keep = useCallback((next: string | null) => write(key, next), [key]);
  return [text, keep];
}
