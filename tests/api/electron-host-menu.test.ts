import { afterEach, describe, expect, test } from 'vitest';
import { menuCommands } from '../../src-main/domain/menu-command.ts';
import { cleanUp, launch, type Launched } from '../fixtures/electron-host.ts';
import type { FakeMenuItem } from '../fixtures/fake-electron.ts';

afterEach(cleanUp);

describe('the menu', () => {
  const menu = ({ electron }: Launched): readonly FakeMenuItem[] =>
    electron.Menu.setApplicationMenu.mock.calls[0]?.[0] ?? [];
  const everyItem = (items: readonly FakeMenuItem[]): FakeMenuItem[] =>
    items.flatMap((item) => [item, ...everyItem(item.submenu ?? [])]);

  test.each([
    ['save', 'CmdOrCtrl+S'],
    ['find', 'CmdOrCtrl+F'],
    ['choose-files', 'CmdOrCtrl+O'],
    ['go:/gaps', 'CmdOrCtrl+1'],
    ['go:/exceptions', 'CmdOrCtrl+2'],
    ['go:/on-hand', 'CmdOrCtrl+3'],
    ['go:/receive', 'CmdOrCtrl+4'],
    ['go:/pick', 'CmdOrCtrl+5'],
    ['go:/pack', 'CmdOrCtrl+6'],
    ['go:/orders', 'CmdOrCtrl+7'],
    ['go:/transactions', 'CmdOrCtrl+8'],
    ['go:/items', 'CmdOrCtrl+9'],
    ['go:/settings', 'CmdOrCtrl+,'],
  ])('sends %s to the page, also by %s', async (command, accelerator) => {
    const launched = await launch();
    const item = everyItem(menu(launched)).find(({ id }) => id === command);
    expect(item?.accelerator).toBe(accelerator);
    item?.click?.();
    await expect
      .poll(() => launched.window().webContents.send.mock.calls)
      .toEqual([['desk:command', command]]);
  });

  test.each([
    'go:/tracking-dimension-groups',
    'go:/tracking-number-groups',
    'go:/location-stages',
    'go:/import-export',
    'go:/history',
  ])('sends %s to the page, without a key', async (command) => {
    const launched = await launch();
    const item = everyItem(menu(launched)).find(({ id }) => id === command);
    expect(item).not.toHaveProperty('accelerator');
    item?.click?.();
    await expect
      .poll(() => launched.window().webContents.send.mock.calls)
      .toEqual([['desk:command', command]]);
  });

  test('has no other command, and each accelerator once', async () => {
    const items = everyItem(menu(await launch()));
    expect(items.flatMap(({ id }) => id ?? []).toSorted()).toEqual([...menuCommands].toSorted());
    const accelerators = items.flatMap(({ accelerator }) => accelerator ?? []);
    expect(new Set(accelerators).size).toBe(accelerators.length);
  });

  test('lets choosing files count as a gesture of the user, and no other command', async () => {
    const launched = await launch();
    const { executeJavaScript, send } = launched.window().webContents;
    const click = (command: string): void =>
      everyItem(menu(launched))
        .find(({ id }) => id === command)
        ?.click?.();
    click('save');
    await expect.poll(() => send.mock.calls.length).toBe(1);
    expect(executeJavaScript).not.toHaveBeenCalled();
    click('choose-files');
    await expect.poll(() => send.mock.calls.length).toBe(2);
    expect(executeJavaScript.mock.calls).toEqual([['undefined', true]]);
  });

  test('waits for a page that is loading, and gives up on one that is gone', async () => {
    const launched = await launch();
    const { webContents } = launched.window();
    const save = everyItem(menu(launched)).find(({ id }) => id === 'save');
    webContents.loading = true;
    save?.click?.();
    expect(webContents.send).not.toHaveBeenCalled();
    webContents.loading = false;
    webContents.emit('did-finish-load');
    await expect.poll(() => webContents.send.mock.calls.length).toBe(1);
    webContents.destroyed = true;
    save?.click?.();
    expect(webContents.send).toHaveBeenCalledOnce();
  });

  test.each([
    ['linux', ['&File', '&Edit', '&Go', '&View', 'windowMenu', 'help'], 'quit', true],
    ['darwin', ['appMenu', '&File', '&Edit', '&Go', '&View', 'windowMenu', 'help'], 'close', false],
  ] as const)('on %s has the menus people know there', async (platform, names, last, about) => {
    const items = menu(await launch({ platform }));
    expect(items.map(({ label, role }) => label ?? role)).toEqual(names);
    expect(items.find(({ label }) => label === '&File')?.submenu?.at(-1)?.role).toBe(last);
    expect(everyItem(items).some(({ role }) => role === 'about')).toBe(about);
  });

  test.each([
    [true, false],
    [false, true],
  ])('packaged %s: offers the developer tools %s, and never a plain reload', async (packaged, devTools) => {
    const roles = everyItem(menu(await launch({ packaged }))).map(({ role }) => role);
    expect(roles.includes('toggleDevTools')).toBe(devTools);
    expect(roles).not.toContain('reload');
    expect(roles).not.toContain('forceReload');
  });

  test('opens the documentation and the data folder from Help', async () => {
    const launched = await launch();
    const help = menu(launched).at(-1)?.submenu ?? [];
    for (const { click } of help) click?.();
    expect(launched.electron.shell.openExternal.mock.calls).toEqual([
      ['https://learn.microsoft.com/dynamics365/supply-chain/warehousing/serial-number-capturing'],
    ]);
    expect(launched.electron.shell.openPath.mock.calls).toEqual([[launched.userData]]);
  });
});
