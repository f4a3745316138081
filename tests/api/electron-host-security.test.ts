import { afterEach, describe, expect, test } from 'vitest';
import { cleanUp, launch } from '../fixtures/electron-host.ts';
import { fakeEvent } from '../fixtures/fake-electron.ts';

afterEach(cleanUp);

describe('the window', () => {
  test.each([
    ['sandbox', true],
    ['contextIsolation', true],
    ['nodeIntegration', false],
    ['nodeIntegrationInWorker', false],
    ['nodeIntegrationInSubFrames', false],
    ['webSecurity', true],
    ['allowRunningInsecureContent', false],
    ['experimentalFeatures', false],
    ['webviewTag', false],
    ['navigateOnDragDrop', false],
    ['spellcheck', false],
    ['devTools', false],
  ])('has %s %s when packaged', async (name, value) => {
    const { window } = await launch();
    expect(window().options['webPreferences']).toHaveProperty(name, value);
  });

  test('has developer tools in development only', async () => {
    const { window } = await launch({ packaged: false });
    expect(window().options['webPreferences']).toHaveProperty('devTools', true);
  });

  test('has no setting beyond those that are tested here', async () => {
    const { window } = await launch();
    expect(Object.keys(window().options['webPreferences'] as object).toSorted()).toEqual(
      [
        'allowRunningInsecureContent',
        'contextIsolation',
        'devTools',
        'experimentalFeatures',
        'navigateOnDragDrop',
        'nodeIntegration',
        'nodeIntegrationInSubFrames',
        'nodeIntegrationInWorker',
        'preload',
        'sandbox',
        'spellcheck',
        'webSecurity',
        'webviewTag',
      ].toSorted(),
    );
  });

  test('shows nothing but the app', async () => {
    const { window } = await launch();
    expect(window().loadURL.mock.calls).toEqual([['app://desk/']]);
  });
});

test('the scheme is standard and secure, and bypasses no policy', async () => {
  const { electron } = await launch();
  expect(electron.protocol.registerSchemesAsPrivileged.mock.calls).toEqual([
    [
      [
        {
          scheme: 'app',
          privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
        },
      ],
    ],
  ]);
  const registered = electron.protocol.registerSchemesAsPrivileged.mock.invocationCallOrder[0];
  expect(registered).toBeLessThan(electron.app.whenReady.mock.invocationCallOrder[0] ?? 0);
});

const elsewhere = [
  'https://example.com/',
  'http://127.0.0.1:4000/',
  'https://learn.microsoft.com/',
  'file:///etc/passwd',
  'app://other/',
  'app://desk.example.com/',
  'app://desk:80/',
  'javascript:alert(1)',
  'data:text/html,hello',
  'about:blank',
  'chrome://gpu',
  'not an address',
];

describe.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('%s', (name) => {
  test.each(elsewhere)('to %s is refused', async (url) => {
    const { window } = await launch();
    const event = fakeEvent({ url });
    window().webContents.emit(name, event);
    expect(event.defaultPrevented).toBe(true);
  });

  test.each(['app://desk/', 'app://desk/on-hand?x=1', 'app://desk/api/downloads/1'])(
    'to %s is allowed',
    async (url) => {
      const { window } = await launch();
      const event = fakeEvent({ url });
      window().webContents.emit(name, event);
      expect(event.defaultPrevented).toBe(false);
    },
  );
});

describe('a new window', () => {
  const handle = async (url: string): Promise<{ action: string; opened: unknown[][] }> => {
    const { window, electron } = await launch();
    const handler = window().webContents.setWindowOpenHandler.mock.calls[0]?.[0];
    const answer = handler?.({ url }) ?? { action: 'no handler' };
    return { ...answer, opened: electron.shell.openExternal.mock.calls };
  };

  test.each([
    ...elsewhere.filter((url) => url !== 'https://learn.microsoft.com/'),
    'app://desk/',
    'http://learn.microsoft.com/',
    'https://learn.microsoft.com:8443/',
    'https://user@learn.microsoft.com/',
    'https://:secret@learn.microsoft.com/',
    'https://learn.microsoft.com.example.com/',
    'https://example.com/?https://learn.microsoft.com/',
    'ms-settings:privacy',
  ])('for %s is refused and opens nothing', async (url) => {
    expect(await handle(url)).toEqual({ action: 'deny', opened: [] });
  });

  test('for the documentation is refused, and opens in the browser', async () => {
    const url = 'https://learn.microsoft.com/dynamics365/';
    expect(await handle(url)).toEqual({ action: 'deny', opened: [[url]] });
  });
});

test('a webview is not attached', async () => {
  const { window } = await launch();
  const event = fakeEvent({});
  window().webContents.emit('will-attach-webview', event, {}, {});
  expect(event.defaultPrevented).toBe(true);
});

test('contents made later are held by the same rules', async () => {
  const { electron, window } = await launch();
  const later = new (
    window().webContents.constructor as new () => ReturnType<typeof window>['webContents']
  )();
  electron.app.emit('web-contents-created', fakeEvent({}), later);
  const event = fakeEvent({ url: 'https://example.com/' });
  later.emit('will-navigate', event);
  expect(event.defaultPrevented).toBe(true);
  expect(later.setWindowOpenHandler).toHaveBeenCalledOnce();
  expect(later.setWebRTCIPHandlingPolicy.mock.calls).toEqual([['disable_non_proxied_udp']]);
});

type Permission = Parameters<
  NonNullable<Parameters<import('electron').Session['setPermissionCheckHandler']>[0]>
>[1];

/** All that Electron names. */
const permissions = [
  'ar',
  'automatic-fullscreen',
  'background-fetch',
  'background-sync',
  'captured-surface-control',
  'clipboard-read',
  'clipboard-sanitized-write',
  'deprecated-sync-clipboard-read',
  'display-capture',
  'fileSystem',
  'fullscreen',
  'geolocation',
  'geolocation-approximate',
  'hand-tracking',
  'hid',
  'idle-detection',
  'keyboardLock',
  'local-fonts',
  'local-network',
  'local-network-access',
  'loopback-network',
  'media',
  'mediaKeySystem',
  'midi',
  'midiSysex',
  'nfc',
  'notifications',
  'openExternal',
  'payment-handler',
  'periodic-background-sync',
  'persistent-storage',
  'pointerLock',
  'screen-wake-lock',
  'sensors',
  'serial',
  'smart-card',
  'speaker-selection',
  'storage-access',
  'system-wake-lock',
  'top-level-storage-access',
  'usb',
  'vr',
  'web-app-installation',
  'web-printing',
  'window-management',
  'unknown',
] as const satisfies readonly Permission[];

// A permission that a new Electron brings and this table does not hold fails the type check here.
const complete: Exclude<Permission, (typeof permissions)[number]> extends never ? true : false = true;

describe('permissions', () => {
  test('are all in the table', () => expect(complete).toBe(true));

  test.each(permissions)('%s is denied, asked for and looked up', async (permission) => {
    const { defaultSession } = (await launch()).electron.session;
    const details = { isMainFrame: true, requestingUrl: 'app://desk/on-hand' };
    const answers: (boolean | undefined)[] = [];
    const request = defaultSession.setPermissionRequestHandler.mock.calls[0]?.[0];
    request?.(null, permission, (granted) => answers.push(granted), details);
    const check = defaultSession.setPermissionCheckHandler.mock.calls[0]?.[0];
    answers.push(check?.(null, permission, 'app://desk/', details));
    expect(answers).toEqual([false, false]);
  });

  test('no device and no picture of the screen is given', async () => {
    const { defaultSession } = (await launch()).electron.session;
    expect(defaultSession.setDevicePermissionHandler.mock.calls[0]?.[0]({})).toBe(false);
    const streams: unknown[] = [];
    defaultSession.setDisplayMediaRequestHandler.mock.calls[0]?.[0]({}, (given) => streams.push(given));
    expect(streams).toEqual([null]);
  });
});

async function isCancelled(url: string, packaged: boolean): Promise<boolean | undefined> {
  const { electron } = await launch({ packaged });
  const listener = electron.session.defaultSession.webRequest.onBeforeRequest.mock.calls[0]?.[0];
  let cancelled: boolean | undefined;
  listener?.({ url }, ({ cancel }) => {
    cancelled = cancel;
  });
  return cancelled;
}

describe('requests', () => {
  test.each([
    ...elsewhere.filter((url) => !url.startsWith('data:')),
    'ws://127.0.0.1:5173/',
    'wss://example.com/',
    'ftp://example.com/',
    'blob:https://example.com/1',
    'devtools://devtools/bundled/inspector.html',
  ])('to %s are cancelled', async (url) => {
    expect(await isCancelled(url, true)).toBe(true);
  });

  test.each(['app://desk/', 'app://desk/api/health', 'blob:app://desk/1', 'data:image/png;base64,AA=='])(
    'to %s pass',
    async (url) => {
      expect(await isCancelled(url, true)).toBe(false);
    },
  );

  test('to the developer tools pass in development', async () => {
    expect(await isCancelled('devtools://devtools/bundled/inspector.html', false)).toBe(false);
    expect(await isCancelled('http://localhost:5173/', false)).toBe(true);
  });
});

test('nothing in the main process listens to the page', async () => {
  const { electron } = await launch();
  expect(electron.ipcMain.eventNames()).toEqual([]);
});
