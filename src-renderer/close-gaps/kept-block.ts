import { createStore } from '../app/store.ts';

/** A text with serial numbers, and the file that it came from; empty where it was pasted, scanned or written. */
export interface Block {
  readonly text: string;
  readonly fileName: string;
}

/** Nothing yet. */
export const noBlock: Block = { text: '', fileName: '' };

/** The block that is being worked on: a dialog that is closed too early loses nothing. */
export const keptBlock = createStore<Block>(noBlock);

/** A block with one more line. */
export function withLine({ text, fileName }: Block, line: string): Block {
  return { text: text === '' || text.endsWith('\n') ? `${text}${line}\n` : `${text}\n${line}\n`, fileName };
}

/** How many lines of a text hold anything. */
export function filledLines(text: string): number {
  let lines = 0;
  let filled = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 10 || code === 13) {
      if (filled) lines += 1;
      filled = false;
    } else if (code > 32) filled = true;
  }
  return filled ? lines + 1 : lines;
}
