import { app, dialog, type BrowserWindow } from 'electron';

/** Brings the page back after its process died: the first time without a word, then by asking. */
export function recoverFromCrash(window: BrowserWindow): void {
  let reloaded = false;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    if (reloaded) void askWhatNow(window);
    else window.webContents.reload();
    reloaded = true;
  });
}

async function askWhatNow(window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: 'The window has stopped working again.',
    detail: 'Everything that was saved is safe. Load the window again, or close the app.',
    buttons: ['Load again', 'Close'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  if (response === 1) app.quit();
  else if (!window.isDestroyed()) window.webContents.reload();
}
