import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, nativeTheme } from 'electron';
import { DEFAULT_SIZE, MIN_SIZE } from './fit-bounds.ts';
import type { WindowMemory } from './window-state.ts';

/** The line `npm start` waits for. */
export const READY_LINE = 'Serial Capture Desk window is ready';

/** What stands behind the page until it has painted, the page's own: a dark desk shall not flash white. */
const BACKGROUND = { light: '#f3f5f6', dark: '#12171b' } as const;

/** Makes the window, hidden until the page has something to show. */
export function createWindow(preload: URL, memory: WindowMemory): BrowserWindow {
  const { bounds, maximized } = memory.recall();
  const window = new BrowserWindow({
    ...(bounds ?? DEFAULT_SIZE),
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    show: false,
    title: app.getName(),
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      preload: fileURLToPath(preload),
      // Security checklist 2: do not enable Node.js integration for remote content.
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      // Security checklist 3: enable context isolation.
      contextIsolation: true,
      // Security checklist 4: enable process sandboxing.
      sandbox: true,
      // Security checklist 6: do not disable webSecurity. 8: do not allow insecure content.
      webSecurity: true,
      allowRunningInsecureContent: false,
      // Security checklist 9: do not enable experimental features.
      experimentalFeatures: false,
      // Security checklist 11 and 12: no webviews, so no options of theirs to verify.
      webviewTag: false,
      navigateOnDragDrop: false,
      // The spelling checker would download its dictionaries.
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  memory.follow(window);
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
    process.stdout.write(`${READY_LINE}\n`);
  });
  return window;
}

/**
 * Loads the page. A window that the user closes meanwhile is no failure.
 * @throws Error when the page cannot be loaded.
 */
export async function loadPage(window: BrowserWindow, address: string): Promise<void> {
  const contents = window.webContents;
  try {
    await window.loadURL(address);
  } catch (error) {
    if (!contents.isDestroyed()) throw error;
  }
}
