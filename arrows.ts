/** One layer of the house: the files it owns and the only things they may import. */
export interface Layer {
  /** A short name for messages. */
  readonly name: string;
  /** The folder or file, relative to the top, that the layer owns. A longer path wins over a shorter one. */
  readonly owns: string;
  /** Other layers, or single files of them, that the layer may import. A layer inside another is named by itself. */
  readonly may: readonly string[];
  /** Packages the layer may import; a trailing `*` stands for any ending. `node:` modules are listed like packages. */
  readonly packages: readonly string[];
}

/** Who may import whom. The linter and the architecture test both read this table. */
export const layers: readonly Layer[] = [
  { name: 'domain', owns: 'src-main/domain', may: [], packages: ['zod'] },
  {
    name: 'store',
    owns: 'src-main/store',
    may: ['src-main/domain'],
    packages: ['kysely', 'node:fs', 'node:path'],
  },
  {
    name: 'store entry',
    owns: 'src-main/store/open.ts',
    may: ['src-main/store', 'src-main/domain'],
    packages: ['better-sqlite3', 'kysely', 'node:fs', 'node:path'],
  },
  {
    name: 'files',
    owns: 'src-main/files',
    may: ['src-main/domain'],
    packages: [
      'csv-parse*',
      'fflate',
      'hucre*',
      'saxes',
      'yauzl',
      'zod',
      'node:fs*',
      'node:path',
      'node:stream*',
    ],
  },
  {
    name: 'services',
    owns: 'src-main/services',
    may: ['src-main/domain', 'src-main/store', 'src-main/files'],
    packages: ['kysely', 'zod', 'node:fs*', 'node:path', 'node:crypto'],
  },
  {
    name: 'api',
    owns: 'src-main/api',
    may: ['src-main/services', 'src-main/domain'],
    packages: ['@trpc/server*', 'zod'],
  },
  {
    name: 'core',
    owns: 'src-main/core',
    may: ['src-main/api', 'src-main/services', 'src-main/store', 'src-main/store/open.ts', 'src-main/domain'],
    packages: ['hono*', '@trpc/server*', 'comlink*', 'electron-log*', 'zod', 'node:*'],
  },
  {
    name: 'hosts',
    owns: 'src-main/hosts',
    may: ['src-main/core/start-core.ts', 'src-main/core/wire.ts', 'src-main/domain'],
    packages: ['node:*', 'zod'],
  },
  {
    name: 'browser host',
    owns: 'src-main/hosts/browser',
    may: ['src-main/hosts', 'src-main/core/start-core.ts', 'src-main/domain'],
    packages: ['@hono/node-server', 'conf', 'node:*', 'zod'],
  },
  {
    name: 'electron host',
    owns: 'src-main/hosts/electron',
    may: ['src-main/hosts', 'src-main/core/start-core.ts', 'src-main/domain'],
    packages: ['electron', 'electron-store', 'node:*', 'zod'],
  },
  {
    name: 'page',
    owns: 'src-renderer',
    may: ['src-renderer/grid', 'src-main/domain', 'src-main/api/app-router.ts'],
    packages: [
      'react',
      'react-dom*',
      'react-router*',
      'react-hook-form',
      '@hookform/resolvers*',
      '@mui/*',
      '@emotion/*',
      '@trpc/client',
      '@trpc/tanstack-react-query',
      '@tanstack/react-query',
      'zod',
    ],
  },
  {
    name: 'grid',
    owns: 'src-renderer/grid',
    may: ['src-renderer', 'src-main/domain', 'src-main/api/app-router.ts'],
    packages: ['react', '@mui/*', 'ag-grid-*'],
  },
];
