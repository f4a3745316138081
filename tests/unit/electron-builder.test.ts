import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { CONFIGURATION_EXTENSION } from '../../src-main/domain/menu-command.ts';

const require = createRequire(import.meta.url);
const top = new URL('../../', import.meta.url);
const readText = (path: string): string => readFileSync(new URL(path, top), 'utf8');
const readBytes = (path: string): Buffer => readFileSync(new URL(path, top));
const readJson = (path: string): unknown => JSON.parse(readText(path));

// js-yaml, which electron-builder itself reads the file with, describes no types.
const { load } = require('js-yaml') as { load(text: string): unknown };

interface Platform {
  readonly target: string | readonly string[];
  readonly icon: string;
  readonly files: readonly { readonly from: string; readonly to: string; readonly filter: string }[];
}

interface Configuration {
  readonly appId: string;
  readonly productName: string;
  readonly publish: unknown;
  readonly directories: { readonly output: string; readonly buildResources: string };
  readonly files: readonly string[];
  readonly asar: boolean;
  readonly asarUnpack: readonly string[];
  readonly npmRebuild: boolean;
  readonly electronFuses: Readonly<Record<string, boolean>>;
  readonly fileAssociations: readonly { readonly ext: string; readonly name: string }[];
  readonly win: Platform;
  readonly mac: Platform;
  readonly linux: Platform;
}

const configuration = load(readText('electron-builder.yml')) as Configuration;
const manifest = readJson('package.json') as {
  readonly main: string;
  readonly productName: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};

describe('electron-builder.yml', () => {
  const schema = JSON.parse(readFileSync(require.resolve('app-builder-lib/scheme.json'), 'utf8')) as object;
  const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);

  test("fits electron-builder's own schema", () => {
    validate(configuration);
    expect(validate.errors ?? []).toEqual([]);
  });

  test.each([
    ['an option nobody knows', { asarUnpak: [] }],
    ['a fuse nobody knows', { electronFuses: { runAsNodes: false } }],
    ['a target without a name', { linux: { target: [{}] } }],
  ])('would not fit with %s', (_what, change) => {
    expect(validate({ ...configuration, ...change })).toBe(false);
  });

  test('names the app as package.json does, and publishes nothing', () => {
    expect(configuration.productName).toBe(manifest.productName);
    expect(configuration.appId).toMatch(/^[a-z]+(\.[a-z]+)+$/);
    expect(configuration.publish).toBeNull();
    expect(configuration.directories).toEqual({ output: 'dist', buildResources: 'assets' });
  });

  test.each([
    ['win', 'nsis'],
    ['mac', 'dmg'],
    ['linux', ['AppImage', 'deb']],
  ] as const)('%s is packaged as %s', (platform, target) => {
    expect(configuration[platform].target).toEqual(target);
  });

  test('closes every door of the binary', () => {
    expect(configuration.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
      loadBrowserProcessSpecificV8Snapshot: false,
    });
    expect(configuration.asar).toBe(true);
  });

  test('takes the built app and nothing of the sources', () => {
    const taken = configuration.files.filter((pattern) => !pattern.startsWith('!'));
    expect(taken).toEqual(['out/**', 'package.json']);
    expect(manifest.main).toMatch(/^out\//);
  });

  test('leaves out the browser host and the Node of scripts and tests', () => {
    expect(configuration.files).toContain('!out/main/serve.js');
    expect(configuration.files).toContain('!node_modules/node-{linux,win}-*/**');
  });

  test('has one dependency that is not bundled, outside the archive, with its own binary', () => {
    expect(Object.keys(manifest.dependencies)).toEqual(['better-sqlite3']);
    expect(configuration.asarUnpack).toEqual(['**/node_modules/better-sqlite3/prebuilds/**']);
    expect(configuration.npmRebuild).toBe(false);
  });

  test.each([
    ['win', 'win32', ['x64', 'arm64']],
    ['mac', 'darwin', ['x64', 'arm64']],
    ['linux', 'linux', ['x64', 'arm64']],
  ] as const)('on %s the binary for %s exists', (platform, prefix, machines) => {
    const folder = 'node_modules/better-sqlite3/prebuilds';
    expect(configuration[platform].files).toEqual([
      { from: folder, to: folder, filter: `${prefix}-\${arch}.node` },
    ]);
    for (const machine of machines) {
      expect(readBytes(`${folder}/${prefix}-${machine}.node`).length).toBeGreaterThan(100_000);
    }
  });

  test("opens the app's own configuration files", () => {
    expect(configuration.fileAssociations).toMatchObject([
      { ext: CONFIGURATION_EXTENSION, name: 'Serial Capture Desk configuration' },
    ]);
  });

  test('finds one exact version of Electron', () => {
    expect(manifest.devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/);
  });
});

describe('the icons', () => {
  const PNG = '89504e470d0a1a0a';
  const sizeOf = (png: Buffer): [number, number] => {
    expect(png.subarray(0, 8).toString('hex')).toBe(PNG);
    return [png.readUInt32BE(16), png.readUInt32BE(20)];
  };

  test.each([16, 24, 32, 48, 64, 128, 256, 512])('for Linux are there at %i pixels', (side) => {
    expect(configuration.linux.icon).toBe('icons');
    expect(sizeOf(readBytes(`assets/icons/${side}x${side}.png`))).toEqual([side, side]);
  });

  test('for Windows hold every size from 16 to 256', () => {
    expect(configuration.win.icon).toBe('icon.ico');
    const ico = readBytes('assets/icon.ico');
    expect(ico.readUInt16LE(2)).toBe(1);
    const sides = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
      const entry = ico.subarray(6 + 16 * index);
      const offset = entry.readUInt32LE(12);
      const [width] = sizeOf(ico.subarray(offset, offset + entry.readUInt32LE(8)));
      expect(entry.readUInt8(0)).toBe(width % 256);
      return width;
    });
    expect(sides).toEqual([16, 24, 32, 48, 64, 128, 256]);
  });

  test('for macOS hold every size from 16 to 1024', () => {
    expect(configuration.mac.icon).toBe('icon.icns');
    const icns = readBytes('assets/icon.icns');
    expect(icns.subarray(0, 4).toString()).toBe('icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    const sides = new Set<number>();
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
      sides.add(sizeOf(icns.subarray(at + 8))[0]);
    }
    expect([...sides]).toEqual([16, 32, 64, 128, 256, 512, 1024]);
  });

  test('come from one drawing', () => {
    expect(readText('assets/icon.svg')).toContain('viewBox="0 0 1024 1024"');
    expect(sizeOf(readBytes('assets/icon.png'))).toEqual([512, 512]);
  });
});
