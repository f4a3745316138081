import { useSyncExternalStore } from 'react';

/** A value outside of the pages: it outlives them, and they are drawn again when it changes. */
export interface Store<Value> {
  get(): Value;
  set(value: Value): void;
  /** The value, for a component. */
  use(): Value;
}

/** Makes a store. */
export function createStore<Value>(first: Value): Store<Value> {
  let value = first;
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  };
  const get = (): Value => value;
  return {
    get,
    set: (next) => {
      value = next;
      for (const listener of listeners) listener();
    },
    use: function useStore() {
      return useSyncExternalStore(subscribe, get);
    },
  };
}
