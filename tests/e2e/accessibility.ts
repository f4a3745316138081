import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What MUI opens over the page, outside of its landmarks. */
const POPUPS =
  '.MuiPopover-root, .MuiDialog-root, .MuiDrawer-modal, .MuiPopper-root, .MuiTooltip-popper, [role="tooltip"]';

/** Fails with one line for each accessibility violation of the page as it stands. */
export async function axe(page: Page): Promise<void> {
  let popups: number;
  let lines: readonly string[];
  // A tooltip may come or go while axe looks, and then it has looked by the wrong rules.
  do {
    await settle(page);
    popups = await countPopups(page);
    lines = await violations(page, popups > 0);
  } while (popups !== (await countPopups(page)));
  expect(lines, 'accessibility violations').toEqual([]);
}

async function countPopups(page: Page): Promise<number> {
  return page.locator(POPUPS).filter({ visible: true }).count();
}

/** While a popup is open the rest of the page, landmarks included, is hidden from axe, so it cannot be asked for them. */
async function violations(page: Page, popupIsOpen: boolean): Promise<readonly string[]> {
  const builder = new AxeBuilder({ page }).setLegacyMode();
  const results = await (popupIsOpen ? builder.disableRules('region') : builder).analyze();
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${help} at ${target.join(' ')}\n${failureSummary ?? ''}`,
    ),
  );
}

/** Waits until nothing moves: half-faded text has too little contrast. Endless animations (progress) do not count. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(ending.map((animation) => animation.finished));
  });
}
