import { useEffect, useMemo, useRef, useState } from 'react';
import { NavigationType, useLocation, useNavigate, useNavigationType } from 'react-router';
import { readView, writeView, type OnHandView } from './on-hand-view.ts';

/** The view of the page, and how to change it. */
export interface KeptView {
  readonly view: OnHandView;
  /** Changes the view as one step, which Back takes back. */
  choose(change: (view: OnHandView) => OnHandView): void;
  /** Changes the view while the user types or sorts, without a step for each letter. */
  adjust(change: (view: OnHandView) => OnHandView): void;
}

/** Marks the page's own steps in the history: the view behind them is known already. */
const OWN = 'on-hand view';

/**
 * Keeps the view, and writes it into the address so that Back and links bring it back. The view itself changes at
 * once; the address follows.
 */
export function useOnHandView(): KeptView {
  const { key, search, state } = useLocation();
  const type = useNavigationType();
  const navigate = useNavigate();
  const [kept, setKept] = useState(() => ({ key, view: readView(new URLSearchParams(search)) }));
  if (kept.key !== key) {
    const known = state === OWN && type !== NavigationType.Pop;
    setKept({ key, view: known ? kept.view : readView(new URLSearchParams(search)) });
  }
  const latest = useRef(kept.view);
  useEffect(() => {
    latest.current = kept.view;
  });
  const { view } = kept;
  return useMemo(() => {
    const set = (change: (view: OnHandView) => OnHandView, replace: boolean): void => {
      const next = change(latest.current);
      latest.current = next;
      setKept((now) => ({ ...now, view: next }));
      void navigate({ search: writeView(next).toString() }, { replace, state: OWN });
    };
    return { view, choose: (change) => set(change, false), adjust: (change) => set(change, true) };
  }, [view, navigate]);
}
