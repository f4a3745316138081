import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { obtainElectron } from '../../scripts/lib/electron-download.mjs';
import { runElectron } from '../../scripts/lib/electron-window.mjs';

const limits = { ready: 500, stop: 500 };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-start-'));
  vi.stubEnv('XDG_CACHE_HOME', join(folder, 'cache'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

/** An executable in Electron's place. */
function fakeElectron(script: string): void {
  const file = join(folder, 'electron');
  writeFileSync(file, `#!/bin/sh\necho "$@" > ${join(folder, 'arguments')}\n${script}\n`);
  chmodSync(file, 0o755);
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder);
}

describe.runIf(process.platform === 'linux')('the window', () => {
  const READY = 'echo "Serial Capture Desk window is ready"';
  beforeEach(() => {
    vi.stubEnv('DISPLAY', ':0');
    vi.spyOn(process, 'getuid').mockReturnValue(1000);
  });

  test('Electron runs until its window is closed, and its exit code counts', async () => {
    fakeElectron(`${READY}; exit 3`);
    const outcome = await runElectron({ noSandbox: false, dataFolder: '/data' }, limits);
    expect(outcome).toEqual({ ended: { code: 3, signal: null } });
    const top = join(import.meta.dirname, '../..');
    expect(readFileSync(join(folder, 'arguments'), 'utf8')).toBe(`${top} --data=/data\n`);
  });

  test('the sandbox is off only when the user said so', async () => {
    fakeElectron(READY);
    await runElectron({ noSandbox: true }, limits);
    expect(readFileSync(join(folder, 'arguments'), 'utf8')).toMatch(/^--no-sandbox /);
  });

  test('a second start, which yields to the open window, is no failure', async () => {
    fakeElectron('exit 0');
    expect(await runElectron({ noSandbox: false }, limits)).toEqual({ ended: { code: 0, signal: null } });
  });

  test.each([
    ['exit 7', 'Electron ended before it showed a window (exit code 7).'],
    ['kill -SEGV $$', 'Electron ended before it showed a window (signal SIGSEGV).'],
    ['exec sleep 5', 'Electron showed no window within 0.5 seconds.'],
    ["trap '' TERM; sleep 5; sleep 5", 'Electron showed no window within 0.5 seconds.'],
  ])('"%s" is one sentence', async (script, sentence) => {
    fakeElectron(script);
    expect(await runElectron({ noSandbox: false }, limits)).toEqual({ sentence });
  });

  test('no display is one sentence', async () => {
    vi.stubEnv('DISPLAY', '');
    vi.stubEnv('WAYLAND_DISPLAY', '');
    fakeElectron(READY);
    const sentence = 'Electron has no display to open a window on (DISPLAY and WAYLAND_DISPLAY are not set).';
    expect(await runElectron({ noSandbox: false }, limits)).toEqual({ sentence });
  });

  test('root is one sentence', async () => {
    vi.spyOn(process, 'getuid').mockReturnValue(0);
    fakeElectron(READY);
    const sentence =
      'Electron does not run as root with its sandbox (use another user, or give --no-sandbox).';
    expect(await runElectron({ noSandbox: false }, limits)).toEqual({ sentence });
  });
});

describe('the download', () => {
  let mirror: Server;
  let answers: boolean;
  beforeEach(async () => {
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '');
    vi.spyOn(console, 'error').mockReturnValue();
    writeFileSync(join(folder, 'package.json'), '{"version":"1.2.3"}');
    answers = true;
    mirror = createServer((_request, response) => {
      if (answers) response.end();
    });
    await new Promise<void>((resolve) => mirror.listen(0, '127.0.0.1', resolve));
    vi.stubEnv('npm_config_electron_mirror', `http://${address()}/`);
  });
  afterEach(() => {
    mirror.closeAllConnections();
    mirror.close();
  });

  const address = (): string => `127.0.0.1:${(mirror.address() as AddressInfo).port}`;
  const obtain = (download = 10_000) => obtainElectron(folder, { probe: 300, download });
  const installScript = (script: string): void => writeFileSync(join(folder, 'install.js'), script);
  const executable = {
    linux: 'electron',
    win32: 'electron.exe',
    darwin: 'Electron.app/Contents/MacOS/Electron',
  }[process.platform as 'linux' | 'win32' | 'darwin'];
  const installs = `
    const { mkdirSync, writeFileSync } = require('node:fs');
    const { dirname, join } = require('node:path');
    const file = join(__dirname, 'dist', '${executable}');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, '');
    writeFileSync(join(__dirname, 'dist', 'version'), '1.2.3');
    writeFileSync(join(__dirname, 'path.txt'), '${executable}');`;

  test('brings the executable', async () => {
    installScript(installs);
    expect(await obtain()).toEqual({ electron: join(folder, 'dist', executable) });
  });

  test('is not tried where nothing answers', async () => {
    installScript(installs);
    answers = false;
    const sentence = `Electron 1.2.3 is not installed and cannot be downloaded: ${address()} did not answer within 0.3 seconds.`;
    expect(await obtain()).toEqual({ sentence });
    vi.stubEnv('npm_config_electron_mirror', 'http://127.0.0.1:9/');
    expect(await obtain()).toEqual({
      sentence: 'Electron 1.2.3 is not installed and cannot be downloaded: 127.0.0.1:9 cannot be reached.',
    });
  });

  test('needs nobody to answer when the archive is in the cache', async () => {
    installScript(installs);
    answers = false;
    const cache = join(folder, 'archives');
    vi.stubEnv('electron_config_cache', cache);
    mkdirSync(join(cache, 'abc'), { recursive: true });
    writeFileSync(join(cache, 'abc', `electron-v1.2.3-${process.platform}-${process.arch}.zip`), '');
    expect(await obtain()).toEqual({ electron: join(folder, 'dist', executable) });
  });

  test.each([
    ['process.exit(1)', 10_000, 'failed'],
    ['', 10_000, 'was not complete'],
    ['setInterval(() => {}, 1000)', 500, 'took longer than 0.5 seconds'],
  ])('that goes wrong by "%s" is one sentence', async (script, limit, what) => {
    installScript(script);
    const sentence = `Electron 1.2.3 is not installed and its download from ${address()} ${what}.`;
    expect(await obtain(limit)).toEqual({ sentence });
  });

  test('is not tried over ELECTRON_OVERRIDE_DIST_PATH', async () => {
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '/nowhere');
    expect(await obtain()).toEqual({
      sentence: 'Electron 1.2.3 is not installed: there is none in /nowhere (ELECTRON_OVERRIDE_DIST_PATH).',
    });
  });
});
