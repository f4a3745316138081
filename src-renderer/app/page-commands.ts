import { useEffect, useEffectEvent } from 'react';

/** What the keyboard and the desktop's menu can ask of the page that is shown. */
export type PageCommand = 'save' | 'find' | 'new';

interface Answer {
  readonly handler: () => void;
  /** What it does on this page, where that is not what it does on most. */
  readonly does: string | undefined;
}

const answers = new Map<PageCommand, Answer>();

/**
 * Lets the page that is shown answer a command, as long as it is shown.
 * @param does what the list of shortcuts says of it on this page.
 */
export function usePageCommand(command: PageCommand, handler: () => void, does?: string): void {
  const latest = useEffectEvent(handler);
  useEffect(() => {
    const own: Answer = { handler: () => latest(), does };
    answers.set(command, own);
    return () => {
      if (answers.get(command) === own) answers.delete(command);
    };
  }, [command, does]);
}

/** Gives a command to the page. @returns false where the page does not know it. */
export function runPageCommand(command: PageCommand): boolean {
  const answer = answers.get(command);
  answer?.handler();
  return answer !== undefined;
}

/** What the page that is shown does at a command, in its own words; undefined where it has none. */
export function pageCommandWords(command: PageCommand): string | undefined {
  return answers.get(command)?.does;
}
