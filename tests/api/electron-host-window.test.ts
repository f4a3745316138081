import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { cleanUp, launch, type Launched } from '../fixtures/electron-host.ts';

afterEach(cleanUp);

describe('the window', () => {
  test('is 1280 × 800 the first time, never below 1024 × 700, and hidden until it has painted', async () => {
    const { window } = await launch();
    expect(window().options).toMatchObject({
      width: 1280,
      height: 800,
      minWidth: 1024,
      minHeight: 700,
      show: false,
      title: 'Serial Capture Desk',
    });
    expect(window().options).not.toHaveProperty('x');
  });

  test.each([
    [true, '#12171b'],
    [false, '#f3f5f6'],
  ])('has the background of the theme (dark: %s)', async (dark, color) => {
    const { window } = await launch({
      prepare: ({ nativeTheme }) => {
        nativeTheme.shouldUseDarkColors = dark;
      },
    });
    expect(window().options['backgroundColor']).toBe(color);
  });

  test('shows itself once there is something to see, and says so once', async () => {
    const { window, output } = await launch();
    expect(output()).toBe('');
    window().emit('ready-to-show');
    window().emit('ready-to-show');
    expect(window().show).toHaveBeenCalledOnce();
    expect(window().maximize).not.toHaveBeenCalled();
    expect(output()).toBe('Serial Capture Desk window is ready\n');
  });

  test('opens maximised when it was closed so', async () => {
    const { window } = await launch({
      windowState: { bounds: { x: 50, y: 60, width: 1100, height: 720 }, maximized: true },
    });
    window().emit('ready-to-show');
    expect(window().maximize).toHaveBeenCalledOnce();
    expect(window().options).toMatchObject({ x: 50, y: 60, width: 1100, height: 720 });
  });

  test('remembers how it was closed', async () => {
    const { window, electron } = await launch();
    window().maximized = true;
    window().emit('close');
    expect(electron.stored.get('state')).toEqual({
      bounds: { x: 10, y: 20, width: 1300, height: 850 },
      maximized: true,
    });
  });

  test.each([
    ['as it was', [100, 100, 1200, 800], [100, 100, 1200, 800]],
    ['on a screen that is gone', [5000, -3000, 1200, 800], [720, 0, 1200, 800]],
    ['half over the left edge', [-600, 100, 1200, 800], [0, 100, 1200, 800]],
    ['larger than the screen', [0, 0, 4000, 3000], [0, 0, 1920, 1040]],
    ['too small to use', [10, 10, 200, 100], [10, 10, 1024, 700]],
  ] as const)('stands on the screen: %s', async (_how, saved, shown) => {
    const [x, y, width, height] = saved;
    const { window } = await launch({ windowState: { bounds: { x, y, width, height }, maximized: false } });
    const { options } = window();
    expect([options['x'], options['y'], options['width'], options['height']]).toEqual(shown);
  });

  test('stays inside a screen smaller than its smallest size', async () => {
    const { window } = await launch({
      windowState: { bounds: { x: 300, y: 300, width: 1200, height: 800 }, maximized: false },
      prepare: ({ screen }) => {
        screen.workArea = { x: 0, y: 30, width: 800, height: 570 };
      },
    });
    expect(window().options).toMatchObject({ x: 0, y: 30, width: 800, height: 570 });
  });

  test.each([
    [undefined],
    [null],
    ['text'],
    [{}],
    [{ bounds: { x: 1, y: 2, width: 1200 }, maximized: false }],
    [{ bounds: { x: '1', y: 2, width: 1200, height: 800 }, maximized: false }],
    [{ bounds: { x: 1.5, y: 2, width: 1200, height: 800 }, maximized: false }],
    [{ bounds: { x: 1, y: 2, width: -1200, height: 800 }, maximized: false }],
    [{ bounds: { x: 1, y: 2, width: 1200, height: 800 }, maximized: 'yes' }],
  ])('does not believe a damaged memory: %j', async (windowState) => {
    const { window } = await launch({ windowState });
    expect(window().options).toMatchObject({ width: 1280, height: 800 });
    expect(window().options).not.toHaveProperty('x');
  });

  test('reads its preload script from the build', async () => {
    const { window } = await launch();
    const preferences = window().options['webPreferences'] as { preload: string };
    expect(preferences.preload.replaceAll('\\', '/')).toMatch(/\/preload\/preload\.cjs$/);
  });
});

describe('unsaved changes', () => {
  test.each([
    ['are kept', 0, false],
    ['are given up', 1, true],
  ])('%s as the user says', async (_what, answer, leaves) => {
    const { window, electron } = await launch();
    electron.dialog.showMessageBoxSync.mockReturnValue(answer);
    const event = electron.fakeEvent({});
    window().webContents.emit('will-prevent-unload', event);
    expect(event.defaultPrevented).toBe(leaves);
    expect(electron.dialog.showMessageBoxSync.mock.calls[0]?.[1]).toMatchObject({
      buttons: ['Keep editing', 'Discard changes'],
      defaultId: 0,
      cancelId: 0,
    });
  });
});

describe('a page that has crashed', () => {
  const crash = ({ window }: Launched, reason = 'crashed'): boolean =>
    window().webContents.emit('render-process-gone', {}, { reason, exitCode: 5 });

  test('is loaded again once, then the user is asked', async () => {
    const launched = await launch();
    const { reload } = launched.window().webContents;
    crash(launched);
    expect(reload).toHaveBeenCalledOnce();
    expect(launched.electron.dialog.showMessageBox).not.toHaveBeenCalled();
    crash(launched, 'oom');
    expect(launched.electron.dialog.showMessageBox).toHaveBeenCalledOnce();
    await expect.poll(() => reload.mock.calls.length).toBe(2);
    expect(launched.electron.app.quit).not.toHaveBeenCalled();
  });

  test('lets the user close the app', async () => {
    const launched = await launch();
    launched.electron.dialog.showMessageBox.mockResolvedValue({ response: 1 });
    crash(launched);
    crash(launched);
    await expect.poll(() => launched.electron.app.quit.mock.calls.length).toBe(1);
    expect(launched.window().webContents.reload).toHaveBeenCalledOnce();
  });

  test('has not crashed when it ended as asked', async () => {
    const launched = await launch();
    crash(launched, 'clean-exit');
    expect(launched.window().webContents.reload).not.toHaveBeenCalled();
  });
});

describe('a download', () => {
  const download = ({ electron }: Launched, url: string, filename: string) => {
    const item = Object.assign(new EventEmitter(), {
      getURL: () => url,
      getFilename: () => filename,
      getSavePath: () => '/media/stick/on-hand.csv',
      setSaveDialogOptions: vi.fn<(options: object) => void>(),
    });
    const event = electron.fakeEvent({});
    electron.session.defaultSession.emit('will-download', event, item, {});
    return { item, event };
  };

  test.each([
    ['on-hand.csv', { name: 'CSV files', extensions: ['csv'] }],
    ['groups.scdesk', { name: 'SCDESK files', extensions: ['scdesk'] }],
  ])('of %s asks where to save it, with its name', async (name, filter) => {
    const launched = await launch();
    const { item, event } = download(launched, 'app://desk/api/downloads/1', name);
    expect(event.defaultPrevented).toBe(false);
    expect(item.setSaveDialogOptions.mock.calls).toEqual([
      [
        {
          title: `Save ${name}`,
          defaultPath: join(launched.electron.app.getPath('downloads'), name),
          filters: [filter, { name: 'All files', extensions: ['*'] }],
        },
      ],
    ]);
  });

  test('suggests no folder but Downloads', async () => {
    const launched = await launch();
    const { item } = download(launched, 'blob:app://desk/1', '../../.profile/../report');
    expect(item.setSaveDialogOptions.mock.calls[0]?.[0]).toMatchObject({
      defaultPath: join(launched.electron.app.getPath('downloads'), 'report'),
      filters: [{ name: 'All files', extensions: ['*'] }],
    });
  });

  test.each(['https://example.com/a.exe', 'blob:https://example.com/1', 'data:text/plain,a', 'file:///a'])(
    'from %s is refused',
    async (url) => {
      const { item, event } = download(await launch(), url, 'a.exe');
      expect(event.defaultPrevented).toBe(true);
      expect(item.setSaveDialogOptions).not.toHaveBeenCalled();
    },
  );

  test('that is interrupted is named, with what to do', async () => {
    const launched = await launch();
    const { item } = download(launched, 'app://desk/api/downloads/1', 'on-hand.csv');
    item.emit('done', {}, 'interrupted');
    expect(launched.electron.dialog.showErrorBox.mock.calls).toEqual([
      [
        'on-hand.csv was not saved',
        'Writing /media/stick/on-hand.csv did not finish. Check that there is room and that you may write there, then export again.',
      ],
    ]);
  });

  test.each(['cancelled', 'completed'])('that is %s needs no message', async (state) => {
    const launched = await launch();
    const { item } = download(launched, 'app://desk/api/downloads/1', 'on-hand.csv');
    item.emit('done', {}, state);
    expect(launched.electron.dialog.showErrorBox).not.toHaveBeenCalled();
  });
});
