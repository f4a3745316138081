import { contextBridge, ipcRenderer } from 'electron';
import { asDeskCommand, type Desk, type DeskCommand } from '../../domain/menu-command.ts';
import { COMMAND_CHANNEL } from './command-channel.ts';

/** Commands kept for a page that has not begun to listen yet; more than these are an accident. */
const MAX_WAITING = 16;

const listeners = new Set<(command: DeskCommand) => void>();
let waiting: DeskCommand[] = [];

function deliver(command: DeskCommand): void {
  for (const listener of listeners) listener(command);
}

function deliverWaiting(): void {
  if (listeners.size === 0) return;
  const commands = waiting;
  waiting = [];
  for (const command of commands) deliver(command);
}

ipcRenderer.on(COMMAND_CHANNEL, (_event, value: unknown) => {
  const command = asDeskCommand(value);
  if (command === undefined) return;
  if (listeners.size > 0) deliver(command);
  else waiting = [...waiting, command].slice(-MAX_WAITING);
});

const desk: Desk = Object.freeze({
  onCommand(listener: (command: DeskCommand) => void): () => void {
    // A wrapper of its own, so that one function given twice is two listeners, each with its own end.
    const own = (command: DeskCommand): void => listener(command);
    listeners.add(own);
    // Later, because a page in development subscribes, unsubscribes and subscribes again in one go.
    queueMicrotask(deliverWaiting);
    return () => {
      listeners.delete(own);
    };
  },
});

contextBridge.exposeInMainWorld('desk', desk);
