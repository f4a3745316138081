/** What the desktop's menu can ask of the page. `go:` is followed by the path of a page. */
export const menuCommands = [
  'save',
  'find',
  'choose-files',
  'go:/gaps',
  'go:/exceptions',
  'go:/on-hand',
  'go:/receive',
  'go:/pick',
  'go:/pack',
  'go:/orders',
  'go:/transactions',
  'go:/items',
  'go:/tracking-dimension-groups',
  'go:/tracking-number-groups',
  'go:/location-stages',
  'go:/import-export',
  'go:/history',
  'go:/settings',
] as const;

/** One command of the desktop's menu. */
export type MenuCommand = (typeof menuCommands)[number];

/** A configuration file that the user opened with the app, from the file manager for example. */
export interface OpenFileCommand {
  readonly kind: 'open-file';
  /** The file's name without its folder, e.g. `groups.scdesk`. */
  readonly name: string;
  readonly bytes: ArrayBuffer;
}

/** Everything the desktop sends to the page. */
export type DeskCommand = MenuCommand | OpenFileCommand;

/** The one object the desktop adds to the page, as `window.desk`. In a plain browser it is missing. */
export interface Desk {
  /**
   * Calls the listener for each command from now on, first with those that came before anyone listened.
   * @returns a function that stops it.
   */
  onCommand(listener: (command: DeskCommand) => void): () => void;
}

/** File name ending, without the dot, of the app's own configuration files. */
export const CONFIGURATION_EXTENSION = 'scdesk';

/** Largest configuration file, in bytes, that the desktop hands to the page: 64 MiB. */
export const MAX_OPEN_FILE_BYTES = 64 * 1024 * 1024;

/** The value as a command, or undefined when it is none. */
export function asDeskCommand(value: unknown): DeskCommand | undefined {
  if (typeof value === 'string') return menuCommands.find((command) => command === value);
  if (typeof value !== 'object' || value === null) return undefined;
  const { kind, name, bytes } = value as Partial<Record<keyof OpenFileCommand, unknown>>;
  if (kind !== 'open-file' || typeof name !== 'string' || !isFileName(name)) return undefined;
  if (!isArrayBuffer(bytes) || bytes.byteLength > MAX_OPEN_FILE_BYTES) return undefined;
  return { kind, name, bytes };
}

/** A name without a folder, of a length that file systems take. */
function isFileName(name: string): boolean {
  return name.length > 0 && name.length <= 255 && !/[/\\]/.test(name);
}

/** By tag rather than `instanceof`: the buffer may come from another JavaScript context. */
function isArrayBuffer(value: unknown): value is ArrayBuffer {
  return Object.prototype.toString.call(value) === '[object ArrayBuffer]';
}
