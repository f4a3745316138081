import type { Page } from '@playwright/test';

/** How many frames in a row nothing may move: what React draws after a change begins its transition a few frames later. */
const STILL_FRAMES = 6;

/**
 * Waits until nothing moves: half-faded text has too little contrast. One look is not enough, because a transition
 * begins with the frame after the change of style. Endless animations (progress) do not count.
 */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async (frames) => {
    const moves = (): boolean =>
      document
        .getAnimations()
        .some(
          ({ playState, effect }) =>
            playState === 'running' && effect?.getComputedTiming().iterations !== Infinity,
        );
    // The timer runs after the frame was drawn and after what it has set off, e.g. React's effects.
    const frame = (): Promise<void> =>
      new Promise((resolve) => {
        requestAnimationFrame(() => setTimeout(resolve));
      });
    for (let still = 0; still < frames;) {
      await frame();
      still = moves() ? 0 : still + 1;
    }
  }, STILL_FRAMES);
}

/** Notes whether a transition or an animation that ends begins from now on. */
export async function watchMotion(page: Page): Promise<{ end(): Promise<boolean> }> {
  const watch = await page.evaluateHandle(() => {
    const seen = { moved: false };
    const look = (): void => {
      seen.moved ||= document
        .getAnimations()
        .some(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
    };
    const kinds = ['transitionrun', 'animationstart'] as const;
    for (const kind of kinds) document.addEventListener(kind, look, true);
    return {
      end: () => {
        for (const kind of kinds) document.removeEventListener(kind, look, true);
        return seen.moved;
      },
    };
  });
  return {
    async end() {
      const moved = await watch.evaluate((notes) => notes.end());
      await watch.dispose();
      return moved;
    },
  };
}
