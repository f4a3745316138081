import type { Session } from 'electron';

/**
 * Gives the page no USB, HID, serial or Bluetooth device and no picture of the screen.
 * Security checklist 5: handle session permission requests from remote content.
 */
export function denyDevices(session: Session): void {
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null));
}
