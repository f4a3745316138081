import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findElectron } from '../../scripts/lib/electron-binary.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-electron-'));
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'package.json'), '{"version":"45.4.1"}');
  writeFileSync(join(folder, 'path.txt'), 'electron');
  writeFileSync(join(folder, 'dist', 'version'), '45.4.1');
  writeFileSync(join(folder, 'dist', 'electron'), '');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a whole installation is found', () => {
  expect(findElectron({}, folder, 'linux')).toBe(join(folder, 'dist', 'electron'));
  writeFileSync(join(folder, 'dist', 'version'), 'v45.4.1\n');
  expect(findElectron({}, folder, 'linux')).toBe(join(folder, 'dist', 'electron'));
});

test.each([
  ['no version', () => rmSync(join(folder, 'dist', 'version'))],
  ['another version', () => writeFileSync(join(folder, 'dist', 'version'), '45.4.0')],
  ['no path', () => rmSync(join(folder, 'path.txt'))],
  ['the path of another platform', () => writeFileSync(join(folder, 'path.txt'), 'electron.exe')],
  ['no executable', () => rmSync(join(folder, 'dist', 'electron'))],
])('one with %s is not', (_what, damage) => {
  damage();
  expect(findElectron({}, folder, 'linux')).toBeUndefined();
});

test('each platform has its own executable', () => {
  expect(findElectron({}, folder, 'win32')).toBeUndefined();
  writeFileSync(join(folder, 'path.txt'), 'electron.exe');
  writeFileSync(join(folder, 'dist', 'electron.exe'), '');
  expect(findElectron({}, folder, 'win32')).toBe(join(folder, 'dist', 'electron.exe'));
});

test('ELECTRON_OVERRIDE_DIST_PATH replaces it, whole or not', () => {
  const other = join(folder, 'other');
  mkdirSync(other);
  expect(findElectron({ ELECTRON_OVERRIDE_DIST_PATH: other }, folder, 'linux')).toBeUndefined();
  writeFileSync(join(other, 'electron'), '');
  rmSync(join(folder, 'path.txt'));
  expect(findElectron({ ELECTRON_OVERRIDE_DIST_PATH: other }, folder, 'linux')).toBe(join(other, 'electron'));
});
