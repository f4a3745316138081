import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { layers } from '../arrows.ts';
import {
  apiCodeInPage,
  circles,
  defaultExports,
  forbiddenImports,
  importsAwayFromHome,
  missingFromLock,
  ownerOf,
  tooLong,
  type SourceFile,
} from './fixtures/architecture-checks.ts';
import { readEdges } from './fixtures/source-imports.ts';

const top = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(top, path), 'utf8');
const files: readonly SourceFile[] = ['src-main', 'src-renderer'].flatMap((folder) =>
  readdirSync(join(top, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path, text: read(path) })),
);
const at = (path: string, text: string): SourceFile => ({ path, text });

describe('the sources', () => {
  test('there are some', () => {
    expect(files.length).toBeGreaterThan(50);
  });

  test('every layer has its place', () => {
    expect(layers.filter(({ owns }) => !existsSync(join(top, owns)))).toEqual([]);
  });

  test('every layer and file that an arrow points to exists', () => {
    const ends = layers.flatMap(({ may }) => may);
    expect(ends.filter((path) => !existsSync(join(top, path)))).toEqual([]);
  });

  test('nobody imports what the arrows do not allow', () => {
    expect(files.flatMap((file) => forbiddenImports(file, layers))).toEqual([]);
  });

  test('electron, react, better-sqlite3, ag-grid and the browser host’s packages stay at home', () => {
    expect(files.flatMap(importsAwayFromHome)).toEqual([]);
  });

  test('the page takes types from the API, not code', () => {
    expect(files.flatMap(apiCodeInPage)).toEqual([]);
  });

  test('no file has more than 300 lines', () => {
    expect(files.flatMap((file) => tooLong(file))).toEqual([]);
  });

  test('there are no default exports', () => {
    expect(files.flatMap(defaultExports)).toEqual([]);
  });

  test('no imports go in a circle', () => {
    expect(circles(files)).toEqual([]);
  });
});

describe('installing', () => {
  test('the lock describes every optional package it names', () => {
    expect(missingFromLock(JSON.parse(read('package-lock.json')))).toEqual([]);
  });

  test('no package runs its scripts', () => {
    expect(read('.npmrc').split('\n')).toContain('ignore-scripts=true');
  });

  test('versions are exact', () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json'));
    const versions = Object.entries<string>({ ...dependencies, ...devDependencies, ...optionalDependencies });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-r\.\d+)?$/.test(version))).toEqual([]);
  });
});

/** Every check above sees what it is there for. */
describe('the checks', () => {
  test.each([
    ["import { a } from './a.ts';", './a.ts', false],
    ["import {\n  a,\n  type B,\n} from\n  './a.ts';", './a.ts', false],
    ["import type { A } from './a.ts';", './a.ts', true],
    ["import { type A, type B } from './a.ts';", './a.ts', true],
    ["import './a.ts';", './a.ts', false],
    ["import * as a from './a.ts';", './a.ts', false],
    ["export * from './a.ts';", './a.ts', false],
    ["export { a } from './a.ts';", './a.ts', false],
    ["export type { A } from './a.ts';", './a.ts', true],
    ["const a = await import('./a.ts');", './a.ts', false],
    ["type A = import('./a.ts').A;", './a.ts', true],
    ["const a = require('./a.ts');", './a.ts', false],
  ])('%j is an import', (text, specifier, typeOnly) => {
    expect(readEdges('src-main/domain/x.ts', text).imports).toEqual([{ specifier, typeOnly }]);
  });

  test('comments and texts are no imports, a computed import is refused', () => {
    const text = `// import './a.ts';\nexport const b = "import './c.ts'"; /* await import('./d.ts') */`;
    expect(readEdges('src-main/domain/x.ts', text).imports).toEqual([]);
    expect(() => readEdges('src-main/domain/x.ts', 'await import(name);')).toThrow('by an expression');
    expect(() => readEdges('src-main/domain/x.ts', 'import {')).toThrow('src-main/domain/x.ts');
  });

  test.each([
    ['src-main/domain/x.ts', '../store/schema.ts'],
    ['src-main/domain/x.ts', 'kysely'],
    ['src-main/domain/x.ts', 'node:fs'],
    ['src-main/store/x.ts', './open.ts'],
    ['src-main/store/x.ts', 'better-sqlite3'],
    ['src-main/services/x.ts', '../api/procedure.ts'],
    ['src-main/services/x.ts', '../store/open.ts'],
    ['src-main/api/x.ts', '../store/schema.ts'],
    ['src-main/hosts/x.ts', '../core/worker.ts'],
    ['src-main/hosts/x.ts', './electron/main.ts'],
    ['src-main/hosts/browser/x.ts', '../electron/main.ts'],
    ['src-main/hosts/browser/x.ts', 'electron'],
    ['src-main/core/x.ts', '../hosts/handler.ts'],
    ['src-renderer/app/x.tsx', '../../src-main/services/context.ts'],
    ['src-renderer/app/x.tsx', '../../src-main/api/procedure.ts'],
    ['src-renderer/app/x.tsx', 'ag-grid-react'],
    ['src-renderer/app/x.tsx', 'node:path'],
    ['src-main/stray.ts', 'zod'],
  ])('%s may not import %s', (path, specifier) => {
    expect(forbiddenImports(at(path, `import type { X } from '${specifier}';`), layers)).toHaveLength(1);
  });

  test.each([
    ['src-main/store/open.ts', './schema.ts'],
    ['src-main/core/x.ts', '../store/open.ts'],
    ['src-main/hosts/electron/x.ts', '../handler.ts'],
    ['src-main/files/x.ts', 'node:fs/promises'],
    ['src-renderer/pages/on-hand/x.tsx', '../../grid/grid.tsx'],
    ['src-renderer/pages/on-hand/x.tsx', '../../../src-main/domain/blank.ts'],
  ])('%s may import %s', (path, specifier) => {
    expect(forbiddenImports(at(path, `import type { X } from '${specifier}';`), layers)).toEqual([]);
  });

  test('a longer path wins', () => {
    expect(ownerOf('src-main/store/open.ts', layers)?.name).toBe('store entry');
    expect(ownerOf('src-main/store/opened.ts', layers)?.name).toBe('store');
    expect(ownerOf('src-main/storefront/x.ts', layers)).toBeUndefined();
  });

  test.each([
    ['src-main/core/x.ts', 'electron'],
    ['src-main/hosts/x.ts', 'electron-store'],
    ['src-main/domain/x.ts', 'react'],
    ['src-main/domain/x.ts', 'react-dom/client'],
    ['src-main/store/x.ts', 'better-sqlite3'],
    ['src-renderer/app/x.ts', 'ag-grid-community'],
    ['src-main/hosts/electron/x.ts', 'conf'],
    ['src-main/core/x.ts', '@hono/node-server'],
  ])('%s is no home of %s', (path, specifier) => {
    expect(importsAwayFromHome(at(path, `import '${specifier}';`))).toHaveLength(1);
  });

  test('code of the API in the page', () => {
    const path = 'src-renderer/api/x.ts';
    const from = "from '../../src-main/api/app-router.ts';";
    expect(apiCodeInPage(at(path, `import { appRouter } ${from}`))).toHaveLength(1);
    expect(apiCodeInPage(at(path, `import type { AppRouter } ${from}`))).toEqual([]);
  });

  test('a long file', () => {
    expect(tooLong(at('x.ts', 'a\n'.repeat(300)))).toEqual([]);
    expect(tooLong(at('x.ts', 'a\n'.repeat(301)))).toHaveLength(1);
  });

  test.each([
    'export default 1;',
    'const a = 1; export { a as default };',
    "export { default } from './a.ts';",
  ])('%j is a default export', (text) => {
    expect(defaultExports(at('x.ts', text))).toHaveLength(1);
  });

  test('circles', () => {
    const chain = [at('a.ts', "import './b.ts';"), at('b.ts', "import './c.ts';")];
    expect(circles([...chain, at('c.ts', '')])).toEqual([]);
    expect(circles([...chain, at('c.ts', "import type { A } from './a.ts';")])).toEqual([
      'a.ts → b.ts → c.ts → a.ts',
    ]);
    expect(circles([at('a.ts', "import './a.ts';")])).toEqual(['a.ts → a.ts']);
  });

  test('a lock without an optional package', () => {
    const packages = {
      '': { optionalDependencies: { top: '1.0.0' } },
      'node_modules/top': {},
      'node_modules/tool': { optionalDependencies: { here: '1.0.0', top: '1.0.0', gone: '1.0.0' } },
      'node_modules/tool/node_modules/here': {},
      'node_modules/@scope/deep/node_modules/tool': { optionalDependencies: { here: '1.0.0' } },
    };
    expect(missingFromLock({ packages })).toEqual([
      'package-lock.json has no entry for gone, which node_modules/tool names',
      'package-lock.json has no entry for here, which node_modules/@scope/deep/node_modules/tool names',
    ]);
  });
});
