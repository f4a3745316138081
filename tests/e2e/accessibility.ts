import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { settle, watchMotion } from './motion.ts';

/** What MUI opens over the page, outside of its landmarks. */
const POPUPS =
  '.MuiPopover-root, .MuiDialog-root, .MuiDrawer-modal, .MuiPopper-root, .MuiTooltip-popper, [role="tooltip"]';

/** How often a page that moves while axe looks is looked at again. */
const LOOKS = 5;

/** Fails with one line for each accessibility violation of the page as it stands. */
export async function axe(page: Page): Promise<void> {
  let lines: readonly string[] = [];
  for (let look = 1; look <= LOOKS; look += 1) {
    await settle(page);
    const popups = await countPopups(page);
    const motion = await watchMotion(page);
    lines = await violations(page, popups > 0);
    const moved = await motion.end();
    // A tooltip may come or go while axe looks, and then it has looked by the wrong rules; what fades out meanwhile
    // (a notification whose time is over) has too little contrast.
    if (popups === (await countPopups(page)) && (lines.length === 0 || !moved)) break;
  }
  expect(lines, 'accessibility violations').toEqual([]);
}

/** Gives the page the dark theme as the system's setting does, and waits until the page has taken it. */
export async function darkMode(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-color-scheme', 'dark');
}

async function countPopups(page: Page): Promise<number> {
  return page.locator(POPUPS).filter({ visible: true }).count();
}

/**
 * While a popup is open the rest of the page, landmarks included, is hidden from axe, so it cannot be asked for them.
 * Only the violations leave the page: all that axe finds in order is a hundred times as much.
 */
async function violations(page: Page, popupIsOpen: boolean): Promise<readonly string[]> {
  const builder = new AxeBuilder({ page }).setLegacyMode().options({ reporter: 'no-passes' });
  const results = await (popupIsOpen ? builder.disableRules('region') : builder).analyze();
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${help} at ${target.join(' ')}\n${failureSummary ?? ''}`,
    ),
  );
}
