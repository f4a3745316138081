import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isStale } from '../../scripts/lib/build.mjs';

const sources = [
  'src-main/domain/rule.ts',
  'src-renderer/main.tsx',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
];
const products = [
  'out/main/main.js',
  'out/main/serve.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
];
let folder: string;

/** Makes a file that changed at a time, in seconds; its folders are older than everything. */
function make(name: string, time: number): void {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '');
  utimesSync(file, time, time);
  for (let place = dirname(file); place !== folder; place = dirname(place)) utimesSync(place, 1, 1);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-build-'));
  for (const name of sources) make(name, 100);
  for (const name of products) make(name, 200);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a build after the last change is fresh', () => {
  expect(isStale(folder)).toBe(false);
});

test.each(sources)('a change of %s makes it stale', (name) => {
  make(name, 300);
  expect(isStale(folder)).toBe(true);
});

test.each(products)('so does a missing %s', (name) => {
  rmSync(join(folder, name));
  expect(isStale(folder)).toBe(true);
});

test.each(products)('so does an old %s, left by a build that broke off', (name) => {
  make(name, 50);
  expect(isStale(folder)).toBe(true);
});

test('so does a source that was taken away', () => {
  rmSync(join(folder, 'src-main/domain/rule.ts'));
  expect(isStale(folder)).toBe(true);
});
