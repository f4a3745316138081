import type { WebContents } from 'electron';
import type { DeskCommand } from '../../domain/menu-command.ts';
import { COMMAND_CHANNEL } from './command-channel.ts';

/** Sends one command to the page. */
export type SendCommand = (command: DeskCommand) => void;

/** Makes the function that sends commands to the page; those sent while it loads go out once it has loaded. */
export function commandSender(contents: WebContents): SendCommand {
  const send = async (command: DeskCommand): Promise<void> => {
    if (command === 'choose-files') await countAsGesture(contents);
    contents.send(COMMAND_CHANNEL, command);
  };
  const trySend = (command: DeskCommand): void => {
    // The page can go away at any moment, and a command to a page that is gone has nobody to tell.
    send(command).catch(() => undefined);
  };
  return (command) => {
    if (contents.isDestroyed()) return;
    if (contents.isLoadingMainFrame()) contents.once('did-finish-load', () => trySend(command));
    else trySend(command);
  };
}

/**
 * Lets the page open its file dialog. Chromium asks for a gesture of the user inside the page, and does not see
 * that the click in the native menu was one; evaluating nothing "with a user gesture" tells it.
 */
async function countAsGesture(contents: WebContents): Promise<void> {
  await contents.executeJavaScript('undefined', true);
}
