import { findElectron } from '../../scripts/lib/electron-binary.mjs';
import { expect, test } from './fixtures.ts';

// Declared before any fixture is asked for, so that nothing is started where there is nothing to start.
test.skip(
  findElectron() === undefined,
  'there is no Electron binary; with one, every end-to-end test also runs in Electron',
);

test('Electron shows the same desk', async ({ page }) => {
  await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible();
  expect(new URL(page.url()).protocol).toBe('app:');
});
