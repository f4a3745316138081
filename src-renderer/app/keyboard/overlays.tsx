import { useEffect, type ReactElement } from 'react';
import { CommandPalette } from './command-palette.tsx';
import { dialogIsOpen, takesText } from './key-target.ts';
import { hideOverlay, showOverlay, useOverlay, type Overlay } from './overlay-store.ts';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';

/** The command palette (Ctrl+K) and the list of shortcuts (?). Once, in the shell. */
export function Overlays(): ReactElement | null {
  const overlay = useOverlay();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const asked = overlayOf(event);
      if (asked === undefined || event.defaultPrevented) return;
      // The browser's own Ctrl+K never helps.
      event.preventDefault();
      if (!dialogIsOpen()) showOverlay(asked);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  if (overlay === undefined) return null;
  return overlay === 'palette' ? (
    <CommandPalette onClose={hideOverlay} />
  ) : (
    <ShortcutsDialog onClose={hideOverlay} />
  );
}

function overlayOf(event: KeyboardEvent): Overlay | undefined {
  const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
  const control = ctrlKey || metaKey;
  if (control && !altKey && !shiftKey && key.toLowerCase() === 'k') return 'palette';
  if (key === '?' && !control && !altKey && !takesText(target)) return 'shortcuts';
  return undefined;
}
