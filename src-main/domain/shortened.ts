/** Longest piece of somebody's text that a message repeats, in characters: a field of a file may hold anything. */
const SHOWN = 100;

/** A text as a message repeats it: whole, or its beginning and an ellipsis. */
export function shortened(text: string): string {
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}…`;
}
