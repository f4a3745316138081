import { shell } from 'electron';

/** Microsoft's description of what this app configures. */
export const DOCUMENTATION_URL =
  'https://learn.microsoft.com/dynamics365/supply-chain/warehousing/serial-number-capturing';

const ALLOWED_HOSTS: ReadonlySet<string> = new Set(['learn.microsoft.com']);

/** True for an address that may open in the user's browser: https, a listed host, its usual port, no credentials. */
export function mayOpenExternally(address: string): boolean {
  const url = URL.parse(address);
  return (
    url?.protocol === 'https:' && ALLOWED_HOSTS.has(url.host) && url.username === '' && url.password === ''
  );
}

/**
 * Opens an allowed address in the user's browser; does nothing with any other.
 * Security checklist 15: do not use `shell.openExternal` with untrusted content.
 */
export function openExternal(address: string): void {
  // Where there is no browser there is nothing to add to what the system says.
  if (mayOpenExternally(address)) shell.openExternal(address).catch(() => undefined);
}
