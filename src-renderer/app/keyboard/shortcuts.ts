import type { PageCommand } from '../page-commands.ts';

/** A key, or keys pressed together, and what they do. */
export interface Shortcut {
  /** As on the keyboard, e.g. `Ctrl+S`. On a Mac Ctrl is ⌘. */
  readonly keys: string;
  readonly does: string;
  /** The page that is shown may say it in its own words. */
  readonly command?: PageCommand;
}

/** Shortcuts that work in the same place. */
export interface ShortcutGroup {
  readonly title: string;
  readonly shortcuts: readonly Shortcut[];
}

/** Every shortcut of the app. */
export const shortcutGroups: readonly ShortcutGroup[] = [
  {
    title: 'Everywhere',
    shortcuts: [
      { keys: 'Ctrl+K', does: 'Go to a page, a group or an item by its name' },
      { keys: '?', does: 'Show this list' },
      { keys: 'Ctrl+Z', does: 'Undo the last change that this window has saved' },
      { keys: 'Alt+N', does: 'Begin a new group, item or order', command: 'new' },
      { keys: 'Ctrl+S', does: 'Save the form; receive, pick or pack what is entered', command: 'save' },
      { keys: 'Ctrl+F', does: 'Go to the search box or the filter of the page', command: 'find' },
      { keys: 'Ctrl+O', does: 'Choose files to import' },
      { keys: 'Esc', does: 'Close a dialog, clear a search box' },
    ],
  },
  {
    title: 'Lists of groups',
    shortcuts: [
      { keys: '↑ ↓', does: 'Show the group above or below' },
      { keys: 'Home, End', does: 'Show the first or the last group' },
      { keys: 'A to Z, 0 to 9', does: 'Show the next group that begins with what is typed' },
    ],
  },
  {
    title: 'Grids',
    shortcuts: [
      { keys: '↑ ↓ ← →', does: 'Go from cell to cell' },
      { keys: 'Ctrl+Home, Ctrl+End', does: 'Go to the first or the last row' },
      { keys: 'Space', does: 'Select the row, or unselect it' },
      { keys: 'Ctrl+A', does: 'Select all rows' },
      { keys: 'Ctrl+C', does: 'Copy the selected rows for a spreadsheet' },
      { keys: 'Enter', does: 'Open the row' },
      { keys: 'Enter on a column’s name', does: 'Sort by the column; with Shift by several' },
    ],
  },
];
