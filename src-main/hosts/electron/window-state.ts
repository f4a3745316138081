import { ipcMain, screen, type BrowserWindow } from 'electron';
import Store from 'electron-store';
import { z } from 'zod';
import { fitBounds, type Bounds } from './fit-bounds.ts';

const windowState = z.object({
  bounds: z.object({
    x: z.int(),
    y: z.int(),
    width: z.int().positive(),
    height: z.int().positive(),
  }),
  maximized: z.boolean(),
});

/** How the window stood when it was last closed. */
export interface WindowState {
  /** Where it stands, or stood before it was maximised; undefined the first time. */
  readonly bounds: Bounds | undefined;
  readonly maximized: boolean;
}

/** Remembers how the window stands between two runs. */
export interface WindowMemory {
  /** The last state, brought onto a screen that exists. After the app is ready. */
  recall(): WindowState;
  /** Writes the state down each time the window closes. */
  follow(window: BrowserWindow): void;
}

/** Opens `window.json` in the data folder. A file that is damaged counts as missing. */
export function openWindowMemory(): WindowMemory {
  const store = new Store<{ state?: unknown }>({ name: 'window', clearInvalidConfig: true });
  // electron-store opens a channel for pages that want settings too. Ours do not, so nothing shall answer there.
  ipcMain.removeAllListeners();
  return {
    recall() {
      const read = windowState.safeParse(store.get('state'));
      if (!read.success) return { bounds: undefined, maximized: false };
      const { bounds, maximized } = read.data;
      return { bounds: fitBounds(bounds, screen.getDisplayMatching(bounds).workArea), maximized };
    },
    follow(window) {
      window.on('close', () => {
        store.set('state', { bounds: window.getNormalBounds(), maximized: window.isMaximized() });
      });
    },
  };
}
