/** Kinds of inputs that take no typing. */
const NOT_TYPED = 'input:is([type="checkbox"], [type="radio"], [type="button"], [type="file"])';

/** Whether the element with the keyboard's focus takes what is typed, Ctrl+Z for its own text included. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return (
    target.closest('input, textarea, [contenteditable="true"], [role="combobox"]') !== null &&
    !target.matches(NOT_TYPED)
  );
}

/** Whether a question is on screen, which wants its answer first. */
export function dialogIsOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
}
