import type { Session } from 'electron';

/**
 * Refuses camera, location, notifications and all other permissions, whether asked for or looked up. Copying from the
 * grid needs none: it answers the copy event.
 * Security checklist 5: handle session permission requests from remote content.
 */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
}
