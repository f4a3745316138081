import { dialog, type BrowserWindow } from 'electron';

/**
 * Asks before unsaved changes are lost. A browser asks by itself when the page objects to being closed; Electron
 * would just not close the window, without a word.
 */
export function askBeforeLosingChanges(window: BrowserWindow): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const answer = dialog.showMessageBoxSync(window, {
      type: 'question',
      message: 'There are unsaved changes.',
      detail: 'If you close the window now, they are lost.',
      buttons: ['Keep editing', 'Discard changes'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    // Preventing the default here means: do not heed the page's objection.
    if (answer === 1) event.preventDefault();
  });
}
