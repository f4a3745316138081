import { Menu, shell, type MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../../domain/menu-command.ts';
import type { SendCommand } from './commands.ts';
import { DOCUMENTATION_URL, openExternal } from './security/external-links.ts';

/** What the menu needs to know. */
export interface MenuOptions {
  readonly send: SendCommand;
  /** Absolute path of the folder that Help shows. */
  readonly dataFolder: string;
  readonly platform: NodeJS.Platform;
  /** True in development, where the developer tools can be opened. */
  readonly devTools: boolean;
}

/** Puts the application menu in place. Its commands go to the page, which knows the same keys in a browser. */
export function installMenu(options: MenuOptions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(options)));
}

/** The menu as data. */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const mac = options.platform === 'darwin';
  const item = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    id: command,
    label,
    ...(accelerator !== undefined && { accelerator }),
    click: () => options.send(command),
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  return [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        item('&Choose files…', 'choose-files', 'CmdOrCtrl+O'),
        item('&Save', 'save', 'CmdOrCtrl+S'),
        separator,
        { role: mac ? 'close' : 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        separator,
        item('&Find', 'find', 'CmdOrCtrl+F'),
      ],
    },
    {
      label: '&Go',
      submenu: [
        item('&Gaps', 'go:/gaps', 'CmdOrCtrl+1'),
        item('&Exceptions', 'go:/exceptions', 'CmdOrCtrl+2'),
        item('&On-hand', 'go:/on-hand', 'CmdOrCtrl+3'),
        item('Recei&ve', 'go:/receive', 'CmdOrCtrl+4'),
        item('&Pick', 'go:/pick', 'CmdOrCtrl+5'),
        item('Pac&k', 'go:/pack', 'CmdOrCtrl+6'),
        item('O&rders', 'go:/orders', 'CmdOrCtrl+7'),
        item('Tr&ansactions', 'go:/transactions', 'CmdOrCtrl+8'),
        item('I&tems', 'go:/items', 'CmdOrCtrl+9'),
        item('Tracking &dimension groups', 'go:/tracking-dimension-groups'),
        item('Tracking &number groups', 'go:/tracking-number-groups'),
        item('&Location stages', 'go:/location-stages'),
        item('&Import and export', 'go:/import-export'),
        item('&History', 'go:/history'),
        item('&Settings', 'go:/settings', 'CmdOrCtrl+,'),
      ],
    },
    {
      label: '&View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        separator,
        { role: 'togglefullscreen' },
        ...(options.devTools ? [separator, { role: 'toggleDevTools' } as const] : []),
      ],
    },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: [
        { label: 'Serial number capturing on Microsoft Learn', click: () => openExternal(DOCUMENTATION_URL) },
        { label: 'Show the data folder', click: () => void shell.openPath(options.dataFolder) },
        ...(mac ? [] : [separator, { role: 'about' } as const]),
      ],
    },
  ];
}
