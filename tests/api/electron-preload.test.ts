import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  asDeskCommand,
  MAX_OPEN_FILE_BYTES,
  menuCommands,
  type Desk,
} from '../../src-main/domain/menu-command.ts';

const exposed = new Map<string, unknown>();
let ipcRenderer: EventEmitter;
let desk: Desk;

beforeEach(async () => {
  vi.resetModules();
  exposed.clear();
  ipcRenderer = new EventEmitter();
  vi.doMock('electron', () => ({
    contextBridge: {
      exposeInMainWorld: (name: string, value: unknown) => exposed.set(name, value),
    },
    ipcRenderer,
  }));
  await import('../../src-main/hosts/electron/preload.ts');
  desk = exposed.get('desk') as Desk;
});
afterEach(() => vi.doUnmock('electron'));

const arrive = (value: unknown): boolean => ipcRenderer.emit('desk:command', {}, value);
const file = (changes: object = {}): object => ({
  kind: 'open-file',
  name: 'groups.scdesk',
  bytes: new ArrayBuffer(3),
  ...changes,
});

describe('window.desk', () => {
  test('is one frozen object with one function', () => {
    expect([...exposed.keys()]).toEqual(['desk']);
    expect(Object.isFrozen(desk)).toBe(true);
    expect(Reflect.ownKeys(desk)).toEqual(['onCommand']);
    expect(ipcRenderer.eventNames()).toEqual(['desk:command']);
  });

  test('passes commands on until it is stopped', () => {
    const heard = vi.fn();
    const stop = desk.onCommand(heard);
    arrive('save');
    arrive('go:/on-hand');
    stop();
    arrive('find');
    expect(heard.mock.calls).toEqual([['save'], ['go:/on-hand']]);
  });

  test('gives the page the command alone, not the event', () => {
    const heard = vi.fn();
    desk.onCommand(heard);
    arrive(file());
    expect(heard.mock.calls).toEqual([[file()]]);
  });

  test('keeps what comes before the page listens, the newest sixteen', async () => {
    for (let count = 0; count < 20; count += 1) arrive(file({ name: `${count}.scdesk` }));
    const heard = vi.fn<(command: unknown) => void>();
    desk.onCommand(heard);
    await expect.poll(() => heard.mock.calls.length).toBe(16);
    expect(heard.mock.calls[0]?.[0]).toMatchObject({ name: '4.scdesk' });
    expect(heard.mock.calls[15]?.[0]).toMatchObject({ name: '19.scdesk' });
  });

  test('loses nothing when a page subscribes, unsubscribes and subscribes again', async () => {
    arrive('find');
    const [first, second] = [vi.fn(), vi.fn()];
    desk.onCommand(first)();
    desk.onCommand(second);
    await expect.poll(() => second.mock.calls).toEqual([['find']]);
    expect(first).not.toHaveBeenCalled();
  });

  test('drops what is no command', () => {
    const heard = vi.fn();
    desk.onCommand(heard);
    arrive('format-disk');
    arrive({ kind: 'open-file', name: '../x', bytes: new ArrayBuffer(1) });
    expect(heard).not.toHaveBeenCalled();
  });
});

describe('a command', () => {
  test.each(menuCommands)('%s is one', (command) => {
    expect(asDeskCommand(command)).toBe(command);
  });

  test('with a file keeps the fields it knows and no other', () => {
    expect(asDeskCommand(file({ path: '/home/user/groups.scdesk' }))).toEqual(file());
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a number', 7],
    ['an unknown word', 'quit'],
    ['another page', 'go:/secret'],
    ['a list', ['save']],
    ['another kind', file({ kind: 'run-file' })],
    ['no name', file({ name: '' })],
    ['a path', file({ name: 'a/b.scdesk' })],
    ['a Windows path', file({ name: 'a\\b.scdesk' })],
    ['a name too long', file({ name: 'x'.repeat(256) })],
    ['a name that is no text', file({ name: 5 })],
    ['text for bytes', file({ bytes: 'abc' })],
    ['a view for bytes', file({ bytes: new Uint8Array(3) })],
    [
      'bytes above the limit',
      file({ bytes: { [Symbol.toStringTag]: 'ArrayBuffer', byteLength: MAX_OPEN_FILE_BYTES + 1 } }),
    ],
  ])('%s is none', (_what, value) => {
    expect(asDeskCommand(value)).toBeUndefined();
  });
});
