import { useEffect, useMemo, useRef, useState } from 'react';
import { NavigationType, useLocation, useNavigate, useNavigationType } from 'react-router';

/** How a page's view stands in its address. Must keep its identity. */
export interface ViewAddress<View> {
  /** What makes no sense in the address is left out. */
  readonly read: (params: URLSearchParams) => View;
  /** As short as it can be. */
  readonly write: (view: View) => URLSearchParams;
}

/** The view of a page, and how to change it. */
export interface KeptView<View> {
  readonly view: View;
  /** Changes the view as one step, which Back takes back. */
  choose(change: (view: View) => View): void;
  /** Changes the view while the user types or sorts, without a step for each letter. */
  adjust(change: (view: View) => View): void;
}

/** Marks the page's own steps in the history: the view behind them is known already. */
const OWN = 'own view';

/** Whether a page that keeps its view has made this step of the history itself. @param state of the location. */
export function isOwnStep(state: unknown): boolean {
  return state === OWN;
}

/**
 * Keeps a page's view, and writes it into the address so that Back and links bring it back. The view itself changes at
 * once; the address follows.
 */
export function useKeptView<View>(address: ViewAddress<View>): KeptView<View> {
  const { read, write } = address;
  const { key, search, state } = useLocation();
  const type = useNavigationType();
  const navigate = useNavigate();
  const [kept, setKept] = useState(() => ({ key, view: read(new URLSearchParams(search)) }));
  if (kept.key !== key) {
    const known = isOwnStep(state) && type !== NavigationType.Pop;
    setKept({ key, view: known ? kept.view : read(new URLSearchParams(search)) });
  }
  const latest = useRef(kept.view);
  useEffect(() => {
    latest.current = kept.view;
  });
  const { view } = kept;
  return useMemo(() => {
    const set = (change: (view: View) => View, replace: boolean): void => {
      const next = change(latest.current);
      latest.current = next;
      setKept((now) => ({ ...now, view: next }));
      void navigate({ search: write(next).toString() }, { replace, state: OWN });
    };
    return { view, choose: (change) => set(change, false), adjust: (change) => set(change, true) };
  }, [view, navigate, write]);
}
