import { useEffect } from 'react';

/** Style of what has no place on paper: navigation, buttons. */
export const notPrinted = { '@media print': { display: 'none' } } as const;

/** Style of a box that scrolls on screen, so that all of it is printed. */
export const unrolledInPrint = {
  '@media print': { display: 'block', height: 'auto', maxHeight: 'none', overflow: 'visible' },
} as const;

/** Prints in light colours whatever the screen has: paper is white. */
export function useLightPrint(): void {
  useEffect(() => {
    const paper = window.matchMedia('print');
    const root = document.documentElement;
    let before: string | undefined;
    const follow = (): void => {
      if (paper.matches) {
        before = root.dataset['colorScheme'];
        root.dataset['colorScheme'] = 'light';
      } else if (before !== undefined) root.dataset['colorScheme'] = before;
    };
    paper.addEventListener('change', follow);
    return () => paper.removeEventListener('change', follow);
  }, []);
}
