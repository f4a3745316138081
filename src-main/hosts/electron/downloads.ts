import { basename, extname, join } from 'node:path';
import { app, dialog, type DownloadItem, type Session } from 'electron';
import { isAppUrl } from './app-scheme.ts';

/** Asks with the system's own dialog where to save each file the app offers, and refuses any other download. */
export function saveDownloads(session: Session): void {
  session.on('will-download', (event, item) => {
    if (!isAppUrl(item.getURL().replace(/^blob:/, ''))) {
      event.preventDefault();
      return;
    }
    // Only the name of what is suggested counts: no folder, whoever wrote it.
    const name = basename(item.getFilename());
    item.setSaveDialogOptions({
      title: `Save ${name}`,
      defaultPath: join(app.getPath('downloads'), name),
      filters: filtersFor(name),
    });
    item.once('done', (_event, state) => {
      if (state === 'interrupted') tellInterrupted(item, name);
    });
  });
}

function filtersFor(name: string): { name: string; extensions: string[] }[] {
  const ending = extname(name).slice(1);
  const all = { name: 'All files', extensions: ['*'] };
  return ending === '' ? [all] : [{ name: `${ending.toUpperCase()} files`, extensions: [ending] }, all];
}

function tellInterrupted(item: DownloadItem, name: string): void {
  const where = item.getSavePath();
  dialog.showErrorBox(
    `${name} was not saved`,
    `Writing ${where === '' ? 'the file' : where} did not finish. Check that there is room and that you may write there, then export again.`,
  );
}
