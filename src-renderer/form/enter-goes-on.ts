import type { KeyboardEvent, RefObject } from 'react';

/** Enter goes from one `input[data-field]` to the next of the element it is pressed in; from the last one on to the page. */
export function enterGoesOn(event: KeyboardEvent<HTMLElement>, onLast: () => void): void {
  const { key, target, currentTarget, ctrlKey, altKey, metaKey, shiftKey, nativeEvent } = event;
  if (key !== 'Enter' || ctrlKey || altKey || metaKey || shiftKey || nativeEvent.isComposing) return;
  const fields = [...currentTarget.querySelectorAll<HTMLInputElement>('input[data-field]')];
  const at = fields.findIndex((field) => field === target);
  if (at < 0) return;
  event.preventDefault();
  const next = fields[at + 1];
  if (next === undefined) {
    if (!event.repeat) onLast();
  } else {
    next.focus();
    next.select();
  }
}

/** Gives the focus to the `input[data-field]` of this name, its text selected. */
export function focusField(within: RefObject<HTMLElement | null>, name: string): void {
  const input = within.current?.querySelector<HTMLInputElement>(`[data-field="${CSS.escape(name)}"]`);
  input?.focus();
  input?.select();
}
