import { describe, expect, it } from 'vitest';
import { matchEntries, type PaletteEntry } from '../../src-renderer/app/keyboard/palette-entries.ts';
import { shortcutGroups } from '../../src-renderer/app/keyboard/shortcuts.ts';
import { transitionWords, worsens } from '../../src-renderer/app/transition-words.ts';
import { createUndoStack, type Undoable } from '../../src-renderer/app/undo-stack.ts';

describe('the undo stack', () => {
  const change = (id: number): Undoable => ({ kind: 'change', id });

  it('gives the changes back, the last one first', () => {
    const stack = createUndoStack();
    expect(stack.last()).toBeUndefined();
    stack.push(change(3));
    stack.push(change(7));
    expect(stack.last()).toEqual(change(7));
    stack.forget(change(7));
    expect(stack.last()).toEqual(change(3));
  });

  it('forgets a change wherever it stands, and nothing in place of one it does not have', () => {
    const stack = createUndoStack();
    stack.push(change(3));
    stack.push(change(7));
    stack.forget(change(3));
    stack.forget(change(99));
    expect(stack.last()).toEqual(change(7));
    stack.forget(change(7));
    expect(stack.last()).toBeUndefined();
  });

  it('keeps a change once', () => {
    const stack = createUndoStack();
    stack.push(change(3));
    stack.push(change(7));
    stack.push(change(3));
    stack.forget(change(3));
    expect(stack.last()).toEqual(change(7));
  });

  it('tells a change of the configuration from an action on the stock', () => {
    const stack = createUndoStack();
    stack.push({ kind: 'action', id: 3 });
    stack.push(change(3));
    stack.forget({ kind: 'action', id: 3 });
    expect(stack.last()).toEqual(change(3));
  });
});

describe('a transition in words', () => {
  it.each([
    ['Expected', 'Overdue', 3, 1_240_000, '1,240 units of 3 items: Expected → Overdue', true],
    ['Overdue', 'Expected', 1, 1000, '1 unit of 1 item: Overdue → Expected', false],
    ['Not tracked', 'Invalid', 1200, 1500, '1.5 units of 1,200 items: Not tracked → Invalid', true],
    ['Overdue', 'Not tracked', 2, 2000, '2 units of 2 items: Overdue → Not tracked', false],
    ['Expected', 'Due', 2, 2000, '2 units of 2 items: Expected → Due', false],
  ] as const)('%s → %s', (from, to, items, quantity, words, worse) => {
    const transition = { from, to, items, rows: items, quantity };
    expect(transitionWords(transition)).toBe(words);
    expect(worsens(transition)).toBe(worse);
  });
});

describe('the command palette', () => {
  const entry = (name: string, detail = ''): PaletteEntry => ({ kind: 'Page', name, detail, to: `/${name}` });
  const entries = [
    entry('On-hand'),
    entry('Tracking dimension groups'),
    entry('Import and export'),
    entry('SerPick', 'Serial at picking'),
    entry('Ser', 'Serial from receiving'),
  ];
  const names = (typed: string): readonly string[] => matchEntries(entries, typed).map(({ name }) => name);

  it.each([
    ['ser', ['Ser', 'SerPick']],
    ['SERPICK', ['SerPick']],
    ['groups', ['Tracking dimension groups']],
    ['group tracking', ['Tracking dimension groups']],
    ['and', ['Import and export', 'On-hand']],
    ['picking', ['SerPick']],
    ['nowhere', []],
  ])('finds %s', (typed, found) => {
    expect(names(typed)).toEqual(found);
  });

  it('shows everything as it stands while nothing is typed', () => {
    expect(names('  ')).toEqual(entries.map(({ name }) => name));
  });
});

it('names every shortcut once in its place', () => {
  for (const { title, shortcuts } of shortcutGroups) {
    const keys = shortcuts.map((shortcut) => shortcut.keys);
    expect(new Set(keys).size, title).toBe(keys.length);
  }
});
