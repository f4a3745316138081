import { useEffect, useEffectEvent } from 'react';

/** What the keyboard and the desktop's menu can ask of the page that is shown. */
export type PageCommand = 'save' | 'find' | 'new';

const handlers = new Map<PageCommand, () => void>();

/** Lets the page that is shown answer a command, as long as it is shown. */
export function usePageCommand(command: PageCommand, handler: () => void): void {
  const latest = useEffectEvent(handler);
  useEffect(() => {
    const own = (): void => latest();
    handlers.set(command, own);
    return () => {
      if (handlers.get(command) === own) handlers.delete(command);
    };
  }, [command]);
}

/** Gives a command to the page. @returns false where the page does not know it. */
export function runPageCommand(command: PageCommand): boolean {
  const handler = handlers.get(command);
  handler?.();
  return handler !== undefined;
}
