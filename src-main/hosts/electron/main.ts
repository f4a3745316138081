import { fileURLToPath } from 'node:url';
import { app, dialog, session } from 'electron';
import { CoreStartError, startCore } from '../../core/start-core.ts';
import { createHandler } from '../handler.ts';
import { APP_ORIGIN, registerAppScheme, serveAppScheme } from './app-scheme.ts';
import { commandSender } from './commands.ts';
import { recoverFromCrash } from './crash.ts';
import { useDataFolder } from './data-folder.ts';
import { saveDownloads } from './downloads.ts';
import { installMenu } from './menu.ts';
import { createFileOpener } from './open-files.ts';
import { closeCoreOnQuit } from './quit.ts';
import { denyDevices } from './security/devices.ts';
import { denyNavigation } from './security/navigation.ts';
import { denyNetwork, denyPeerConnections } from './security/network.ts';
import { denyNewWindows } from './security/new-windows.ts';
import { denyPermissions } from './security/permissions.ts';
import { denyWebviews } from './security/webviews.ts';
import { claimSingleInstance, focusWindow, onSecondInstance } from './single-instance.ts';
import { readStartOptions } from './start-options.ts';
import { askBeforeLosingChanges } from './unsaved-changes.ts';
import { openWindowMemory } from './window-state.ts';
import { createWindow, loadPage } from './window.ts';

async function start(): Promise<void> {
  // Everything up to `whenReady` runs while this module is evaluated: Electron wants it done before it is ready.
  const devTools = !app.isPackaged;
  const options = readStartOptions(process.argv.slice(1), process.cwd());
  const dataFolder = useDataFolder(options.dataFolder);
  registerAppScheme();
  if (!claimSingleInstance(options.files)) return yieldToOther();

  const opener = createFileOpener();
  opener.open(options.files);
  onSecondInstance((files) => {
    focusWindow();
    opener.open(files);
  });
  app.on('web-contents-created', (_event, contents) => {
    denyNavigation(contents);
    denyNewWindows(contents);
    denyWebviews(contents);
    denyPeerConnections(contents);
  });

  await app.whenReady();
  denyNetwork(session.defaultSession, { devTools });
  denyPermissions(session.defaultSession);
  denyDevices(session.defaultSession);
  saveDownloads(session.defaultSession);

  const core = await startCore({
    workerUrl: new URL('./worker.js', import.meta.url),
    jobWorkerUrl: new URL('./job-worker.js', import.meta.url),
    dataFolder,
    appVersion: app.getVersion(),
  });
  closeCoreOnQuit(core);
  const rendererFolder = fileURLToPath(new URL('../renderer', import.meta.url));
  serveAppScheme(createHandler({ core, rendererFolder }));

  const window = createWindow(new URL('../preload/preload.cjs', import.meta.url), openWindowMemory());
  const send = commandSender(window.webContents);
  installMenu({ send, dataFolder, platform: process.platform, devTools });
  askBeforeLosingChanges(window);
  recoverFromCrash(window);
  await loadPage(window, `${APP_ORIGIN}/`);
  await opener.useSender(send);
}

function yieldToOther(): void {
  process.stdout.write('Serial Capture Desk is open already; its window comes to the front.\n');
  app.quit();
}

function fail(error: unknown): void {
  const sentence =
    error instanceof CoreStartError ? error.message : `Something unexpected went wrong: ${String(error)}`;
  dialog.showErrorBox('Serial Capture Desk could not start', sentence);
  app.exit(1);
}

/** Settles when the page has loaded, or when the app has given up or yielded to another instance. */
export const started: Promise<void> = start().catch(fail);
