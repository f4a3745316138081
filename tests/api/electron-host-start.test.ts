import { existsSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { cleanUp, launch, temporaryFolder, type Launched } from '../fixtures/electron-host.ts';

afterEach(cleanUp);

describe('the data folder', () => {
  test("is the user's own", async () => {
    const { coreOptions, userData, electron } = await launch();
    expect(coreOptions.map(({ dataFolder }) => dataFolder)).toEqual([userData]);
    expect(electron.app.paths.get('sessionData')).toBe(join(userData, 'browser'));
    expect(existsSync(join(userData, 'browser'))).toBe(true);
  });

  test.each([
    ['--data DIR', (folder: string) => ['--data', folder]],
    ['--data=DIR', (folder: string) => [`--data=${folder}`]],
    ['after flags of Chromium', (folder: string) => ['--no-sandbox', '/srv/app', '--data', folder]],
  ])('is the one of the command line: %s', async (_how, args) => {
    const folder = join(temporaryFolder(), 'not', 'there yet');
    const { coreOptions, electron } = await launch({ args: args(folder) });
    expect(coreOptions[0]?.dataFolder).toBe(folder);
    expect(electron.app.paths.get('userData')).toBe(folder);
    expect(existsSync(folder)).toBe(true);
  });

  test('of its own has a lock of its own: it is set before the lock is asked for', async () => {
    const folder = temporaryFolder();
    let at = '';
    await launch({
      prepare: ({ app }) => {
        app.requestSingleInstanceLock.mockImplementation(() => {
          at = app.getPath('userData');
          return true;
        });
      },
      args: ['--data', folder],
    });
    expect(at).toBe(folder);
  });

  test.each([['--data'], ['--data', ''], ['--data', '--no-sandbox']])(
    'stays when none is named: %s %s',
    async (...args) => {
      const { coreOptions, userData } = await launch({ args });
      expect(coreOptions[0]?.dataFolder).toBe(userData);
    },
  );
});

test('the core gets its workers, which are built beside this file, and the version', async () => {
  const { coreOptions } = await launch();
  expect(coreOptions[0]?.workerUrl.pathname).toMatch(/\/worker\.js$/);
  expect(coreOptions[0]?.jobWorkerUrl.pathname).toMatch(/\/job-worker\.js$/);
  expect(coreOptions[0]?.appVersion).toBe('0.1.0');
});

describe('a start that fails', () => {
  test('says the sentence of the core and ends with 1', async () => {
    const { electron } = await launch({
      startCore: (_options, { CoreStartError }) =>
        Promise.reject(
          new CoreStartError('Another window has this data folder open. Close it and try again.'),
        ),
    });
    expect(electron.dialog.showErrorBox.mock.calls).toEqual([
      [
        'Serial Capture Desk could not start',
        'Another window has this data folder open. Close it and try again.',
      ],
    ]);
    expect(electron.app.exit.mock.calls).toEqual([[1]]);
    expect(electron.BrowserWindow.all).toEqual([]);
  });

  test('names the data folder that cannot be made', async () => {
    const { electron, coreOptions } = await launch({ args: ['--data', '/dev/null/desk'] });
    expect(electron.dialog.showErrorBox.mock.calls[0]?.[1]).toMatch(
      /^The data folder \/dev\/null\/desk cannot be made \(.+\)\. Free it, or name another with --data\.$/,
    );
    expect(electron.app.exit.mock.calls).toEqual([[1]]);
    expect(coreOptions).toEqual([]);
  });

  test('is shown when the page cannot be loaded', async () => {
    const { electron } = await launch({
      prepare: ({ onLoad }) => onLoad(() => Promise.reject(new Error('ERR_FAILED (-2) loading app://desk/'))),
    });
    expect(electron.dialog.showErrorBox.mock.calls[0]?.[1]).toContain('ERR_FAILED');
    expect(electron.app.exit.mock.calls).toEqual([[1]]);
  });

  test('is none when the user closes the window before the page has loaded', async () => {
    const { electron } = await launch({
      prepare: ({ onLoad }) =>
        onLoad((window) => {
          window.webContents.destroyed = true;
          return Promise.reject(new Error('ERR_ABORTED (-3) loading app://desk/'));
        }),
    });
    expect(electron.dialog.showErrorBox).not.toHaveBeenCalled();
    expect(electron.app.exit).not.toHaveBeenCalled();
  });

  test('of a kind nobody foresaw is shown too', async () => {
    const { electron } = await launch({ startCore: () => Promise.reject(new TypeError('no such thing')) });
    expect(electron.dialog.showErrorBox.mock.calls[0]?.[1]).toBe(
      'Something unexpected went wrong: TypeError: no such thing',
    );
    expect(electron.app.exit.mock.calls).toEqual([[1]]);
  });
});

describe('a second instance', () => {
  test('hands its files over, says so and quits', async () => {
    const launched = await launch({
      prepare: ({ app }) => app.requestSingleInstanceLock.mockReturnValue(false),
      args: ['--flag', '/home/user/groups.scdesk', '/home/user/other.txt'],
    });
    const { electron } = launched;
    expect(electron.app.requestSingleInstanceLock.mock.calls).toEqual([
      [{ files: ['/home/user/groups.scdesk'] }],
    ]);
    expect(electron.app.quit).toHaveBeenCalledOnce();
    expect(launched.output()).toBe('Serial Capture Desk is open already; its window comes to the front.\n');
    expect(electron.app.whenReady).not.toHaveBeenCalled();
    expect(launched.coreOptions).toEqual([]);
  });

  test('brings the window of the first to the front', async () => {
    const { electron, window } = await launch();
    window().minimized = true;
    electron.app.emit('second-instance', {}, ['ignored.scdesk'], '/', { files: [] });
    expect(window().restore).toHaveBeenCalledOnce();
    expect(window().show).toHaveBeenCalledOnce();
    expect(window().focus).toHaveBeenCalledOnce();
    expect(window().webContents.send).not.toHaveBeenCalled();
  });

  test.each([[undefined], [null], ['text'], [{ files: 'a.scdesk' }], [{ files: [1, null, '/etc/passwd'] }]])(
    'that sends %j opens nothing',
    async (data) => {
      const { electron, window } = await launch();
      electron.app.emit('second-instance', {}, [], '/', data);
      expect(window().focus).toHaveBeenCalledOnce();
      expect(electron.dialog.showErrorBox).not.toHaveBeenCalled();
      expect(window().webContents.send).not.toHaveBeenCalled();
    },
  );
});

describe('quitting', () => {
  test('follows the last window', async () => {
    const { electron } = await launch();
    electron.app.emit('window-all-closed');
    expect(electron.app.quit).toHaveBeenCalledOnce();
  });

  test('waits for the core, closes it once, then lets go', async () => {
    const { electron, core } = await launch();
    const closing = Promise.withResolvers<void>();
    core.close.mockReturnValue(closing.promise);
    const quit = (): boolean => {
      const event = electron.fakeEvent({});
      electron.app.emit('will-quit', event);
      return !event.defaultPrevented;
    };
    expect(quit()).toBe(false);
    expect(quit()).toBe(false);
    expect(core.close).toHaveBeenCalledOnce();
    expect(electron.app.quit).not.toHaveBeenCalled();
    closing.resolve();
    await expect.poll(() => electron.app.quit.mock.calls.length).toBe(1);
    expect(quit()).toBe(true);
    expect(core.close).toHaveBeenCalledOnce();
  });

  test('is not held up by a core that fails to close', async () => {
    const { electron, core } = await launch();
    core.close.mockRejectedValue(new Error('disk is gone'));
    electron.app.emit('will-quit', electron.fakeEvent({}));
    await expect.poll(() => electron.app.quit.mock.calls.length).toBe(1);
  });
});

describe('a core that never closes', () => {
  afterEach(() => vi.useRealTimers());

  test('is left behind after ten seconds, so that the app can be opened again', async () => {
    const { electron, core } = await launch();
    core.close.mockReturnValue(new Promise(() => undefined));
    vi.useFakeTimers();
    electron.app.emit('will-quit', electron.fakeEvent({}));
    await vi.advanceTimersByTimeAsync(9_999);
    expect(electron.app.quit).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(electron.app.quit).toHaveBeenCalledOnce();
  });
});

describe('a configuration file', () => {
  const bytes = Uint8Array.from([123, 125, 10]);
  const command = { kind: 'open-file', name: 'Groups.scdesk', bytes: bytes.buffer };
  const writeGroups = (): string => {
    const path = join(temporaryFolder(), 'Groups.scdesk');
    writeFileSync(path, bytes);
    return path;
  };
  const sent = ({ window }: Launched): unknown[][] => window().webContents.send.mock.calls;

  test('of the command line goes to the page by name and content, without its path', async () => {
    expect(sent(await launch({ args: [writeGroups()] }))).toEqual([['desk:command', command]]);
  });

  test('of a second instance goes to the page', async () => {
    const launched = await launch();
    launched.electron.app.emit('second-instance', {}, [], '/', { files: [writeGroups()] });
    await expect.poll(() => sent(launched)).toEqual([['desk:command', command]]);
  });

  test('that macOS names before the app is ready goes to the page', async () => {
    const path = writeGroups();
    let prevented = false;
    const launched = await launch({
      prepare: ({ app, fakeEvent }) => {
        app.whenReady.mockImplementation(() => {
          const event = fakeEvent({});
          app.emit('open-file', event, path);
          prevented = event.defaultPrevented;
          return Promise.resolve();
        });
      },
    });
    expect(prevented).toBe(true);
    expect(sent(launched)).toEqual([['desk:command', command]]);
  });

  test.each([
    ['is missing', () => undefined, /^ENOENT/],
    ['is a folder', (path: string) => mkdirSync(path), /^It is not a file\./],
    [
      'is too large',
      (path: string) => {
        writeFileSync(path, '');
        truncateSync(path, 64 * 1024 * 1024 + 1);
      },
      /^It is larger than 64 MiB\./,
    ],
  ])('that %s is named, and nothing is opened', async (_what, make, why) => {
    const path = join(temporaryFolder(), 'Groups.scdesk');
    make(path);
    const launched = await launch({ args: [path] });
    const [title, text] = launched.electron.dialog.showErrorBox.mock.calls[0] ?? [];
    expect(title).toBe('Groups.scdesk could not be opened');
    expect(text).toMatch(why);
    expect(sent(launched)).toEqual([]);
  });
});
