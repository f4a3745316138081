import { expect, ready, test } from './fixtures.ts';

test.skip(({ host }) => host !== 'browser', 'this is about the browser host');

test('the link lets one browser in, which may come back without it', async ({ page, context, browser }) => {
  const address = new URL('/', page.url()).href;
  expect(page.url()).not.toContain('token');

  const secondTab = await context.newPage();
  await secondTab.goto(address);
  await ready(secondTab);
  await secondTab.close();

  const stranger = await browser.newContext();
  const strangersPage = await stranger.newPage();
  const response = await strangersPage.goto(address);
  expect(response?.status()).toBe(401);
  await expect(
    strangersPage.getByRole('heading', { name: 'This browser has not been let in' }),
  ).toBeVisible();
  await stranger.close();
});

test('another page of this machine cannot frame the desk, read from it or write to it', async ({
  page,
  context,
}) => {
  const { origin } = new URL(page.url());
  const attacker = await context.newPage();
  await attacker.route('http://127.0.0.1:9/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<iframe src="${origin}/"></iframe>` }),
  );
  await attacker.goto('http://127.0.0.1:9/');
  const outcomes = await attacker.evaluate(async (target) => {
    const attempt = async (init: RequestInit): Promise<string> =>
      fetch(`${target}/api/health`, { credentials: 'include', ...init }).then(
        (response) => `${response.type} ${response.status}`,
        () => 'refused',
      );
    return Promise.all([
      attempt({}),
      attempt({ mode: 'no-cors' }),
      attempt({ method: 'POST', body: '{}' }),
      attempt({ method: 'POST', body: '{}', mode: 'no-cors' }),
    ]);
  }, origin);
  expect(outcomes).toEqual(['refused', 'refused', 'refused', 'refused']);
  await expect(attacker.frameLocator('iframe').getByRole('navigation')).toHaveCount(0);
  await attacker.close();
});
