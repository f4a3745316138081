import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

/**
 * The page's own paths have any depth, so its files are named from the top. A plugin, because electron-vite puts
 * `./` over the setting `base` of a production build.
 */
const filesFromTheTop: Plugin = {
  name: 'files-from-the-top',
  enforce: 'post',
  config: () => ({ base: '/' }),
};

/** Builds the main process with its workers, the preload script and the page into `out/`. */
export default defineConfig({
  main: {
    build: {
      externalizeDeps: true,
      target: 'node24',
      outDir: 'out/main',
      rollupOptions: {
        input: {
          main: 'src-main/hosts/electron/main.ts',
          serve: 'src-main/hosts/browser/serve.ts',
          worker: 'src-main/core/worker.ts',
          'job-worker': 'src-main/core/job-worker.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rollupOptions: {
        input: { preload: 'src-main/hosts/electron/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [react(), filesFromTheTop],
    html: { cspNonce: '__NONCE__' },
    build: {
      outDir: 'out/renderer',
      // Not only Electron's Chromium: the browser host serves whatever browser the user has.
      target: 'es2022',
      minify: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4000,
      rollupOptions: { input: 'src-renderer/index.html' },
    },
  },
});
