import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../src-main/hosts/browser/arguments.ts';
import { defaultDataFolder } from '../../src-main/hosts/browser/data-folder.ts';

const read = (...argv: string[]) => parseArguments(argv, '/work');

describe('the command line of the browser host', () => {
  test.each([
    [[], { browser: false, noSandbox: false }],
    [['--browser'], { browser: true, noSandbox: false }],
    [['--no-sandbox'], { browser: false, noSandbox: true }],
    [['--port', '0'], { browser: false, noSandbox: false, port: 0 }],
    [['--port=65535'], { browser: false, noSandbox: false, port: 65_535 }],
    [['--port', '1', '--port', '2'], { browser: false, noSandbox: false, port: 2 }],
    [['--data', '/data/a b'], { browser: false, noSandbox: false, dataFolder: '/data/a b' }],
    [['--data=x=y'], { browser: false, noSandbox: false, dataFolder: '/work/x=y' }],
    [['--data', '..'], { browser: false, noSandbox: false, dataFolder: '/' }],
  ])('%j', (argv, value) => {
    expect(read(...argv)).toEqual({ ok: true, value });
  });

  test.each(['--nope', '-p', 'stray', '--browser=1', '--ports', '--PORT', '', '--nope\nsecond line'])(
    'the unknown flag %j is named in one line',
    (flag) => {
      const parsed = read('--browser', flag, '--port', '0');
      if (parsed.ok) throw new Error('It was taken.');
      expect(parsed.sentence).toContain(`Unknown flag ${flag.replace('\n', '\\n')}`);
      expect(parsed.sentence).not.toContain('\n');
    },
  );

  test.each([
    [['--port']],
    [['--port', 'x']],
    [['--port', '65536']],
    [['--port', '-1']],
    [['--port', '1.5']],
    [['--port=']],
  ])('%j is no port', (argv) => {
    expect(read(...argv)).toEqual({ ok: false, sentence: '--port needs a number from 0 to 65535.' });
  });

  test.each([[['--data']], [['--data=']], [['--data', ' ']], [['--data', '--browser']]])(
    '%j is no folder',
    (argv) => {
      expect(read(...argv)).toEqual({ ok: false, sentence: '--data needs a folder.' });
    },
  );
});

describe('the user’s data folder', () => {
  test.each([
    ['linux', {}, '/home/u', '/home/u/.config/Serial Capture Desk'],
    ['linux', { XDG_CONFIG_HOME: '/x' }, '/home/u', '/x/Serial Capture Desk'],
    ['linux', { XDG_CONFIG_HOME: '' }, '/home/u', '/home/u/.config/Serial Capture Desk'],
    [
      'darwin',
      { XDG_CONFIG_HOME: '/x' },
      '/Users/u',
      '/Users/u/Library/Application Support/Serial Capture Desk',
    ],
    ['win32', { APPDATA: 'D:\\Roaming' }, 'C:\\Users\\u', 'D:\\Roaming\\Serial Capture Desk'],
    ['win32', {}, 'C:\\Users\\u', 'C:\\Users\\u\\AppData\\Roaming\\Serial Capture Desk'],
  ] as const)('%s %j', (platform, environment, home, folder) => {
    expect(defaultDataFolder(platform, environment, home)).toBe(folder);
  });
});
