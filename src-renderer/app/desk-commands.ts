import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import type { Desk, DeskCommand, MenuCommand } from '../../src-main/domain/menu-command.ts';
import { offerFiles } from './incoming-files.ts';
import { dialogIsOpen, takesText } from './keyboard/key-target.ts';
import { runPageCommand } from './page-commands.ts';

declare global {
  interface Window {
    /** Added by the desktop. A plain browser has none, and the keys below do the same. */
    readonly desk?: Desk;
  }
}

/** Endings of the files that Import and export reads, for the file dialog. */
export const IMPORT_FILE_TYPES = '.csv,.txt,.tsv,.xlsx,.xlsm,.zip,.json,.scdesk';

/** Carries out what the desktop's menu asks, and the same by keys. Once, in the shell. */
export function useDeskCommands(): void {
  const navigate = useNavigate();
  useEffect(() => {
    const goToImport = (files: readonly File[]): void => {
      offerFiles(files);
      void navigate('/import-export');
    };
    const carryOut = (command: DeskCommand | 'new'): boolean => {
      if (typeof command !== 'string') {
        goToImport([new File([command.bytes], command.name)]);
        return true;
      }
      switch (command) {
        case 'save':
        case 'find':
        case 'new':
          return runPageCommand(command);
        case 'choose-files':
          chooseFiles(goToImport);
          return true;
        default:
          void navigate(command.slice('go:'.length));
          return true;
      }
    };
    const onKey = (event: KeyboardEvent): void => {
      const command = commandOf(event);
      if (command === undefined || event.defaultPrevented) return;
      // The browser's own "save page" never helps, not even in front of a dialog.
      if (command === 'save') event.preventDefault();
      if (dialogIsOpen()) return;
      if (carryOut(command)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    const stop = window.desk?.onCommand((command) => {
      if (!dialogIsOpen()) carryOut(command);
    });
    return () => {
      window.removeEventListener('keydown', onKey);
      stop?.();
    };
  }, [navigate]);
}

const keyCommands: Readonly<Record<string, MenuCommand>> = { s: 'save', f: 'find', o: 'choose-files' };

function commandOf(event: KeyboardEvent): MenuCommand | 'new' | undefined {
  if (event.shiftKey) return undefined;
  if (event.altKey) return isAltN(event) ? 'new' : undefined;
  return event.ctrlKey || event.metaKey ? keyCommands[event.key.toLowerCase()] : undefined;
}

/** Alt+N, the key for New in Dynamics. On a Mac it types an accent, so that where something is typed it stays that. */
function isAltN({ key, code, ctrlKey, metaKey, target }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey) return false;
  return key.toLowerCase() === 'n' || (key === 'Dead' && code === 'KeyN' && !takesText(target));
}

function chooseFiles(then: (files: readonly File[]) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.accept = IMPORT_FILE_TYPES;
  input.addEventListener('change', () => then([...(input.files ?? [])]), { once: true });
  input.click();
}
