import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runNode, type RunningProgram } from '../fixtures/run-program.ts';

const READY = /^Serial Capture Desk is ready: (http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43})$/;
const PROGRAM = 'src-main/hosts/browser/serve.ts';
const fakeOldNode =
  'data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"20.1.0"}})';

let folder: string;
let running: RunningProgram[] = [];
const serve = (...args: readonly string[]): RunningProgram => {
  const program = runNode([PROGRAM, '--data', folder, ...args]);
  running.push(program);
  return program;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-serve-'));
});
afterEach(async () => {
  for (const { child } of running) child.kill('SIGKILL');
  await Promise.all(running.map(({ ended }) => ended));
  running = [];
  rmSync(folder, { recursive: true, force: true });
});

describe('the program of the browser host', { timeout: 60_000 }, () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'says one line, serves, and stops cleanly on %s',
    async (signal) => {
      const program = serve('--port', '0');
      const link = await program.line(READY);
      const entered = await fetch(link);
      const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
      const health = await fetch(new URL('/api/health', link), { headers: { Cookie: cookie } });
      expect(await health.json()).toEqual({ ok: true });
      program.child.kill(signal);
      program.child.kill(signal);
      expect(await program.ended).toBe(0);
      expect(program.said().split('\n')).toHaveLength(2);
      expect(program.complained()).toBe('');
    },
  );

  test('comes back on the port it had with this data, unless another was asked for', async () => {
    const ports: string[] = [];
    for (const flags of [[], ['--port', '0'], []]) {
      const program = serve(...flags);
      ports.push(new URL(await program.line(READY)).port);
      program.child.kill('SIGTERM');
      expect(await program.ended).toBe(0);
    }
    expect(ports[2]).toBe(ports[0]);
    expect(ports[1]).not.toBe(ports[0]);
  });

  test('a taken port is one line; a remembered one that is taken is replaced', async () => {
    const first = serve();
    const { port } = new URL(await first.line(READY));
    const elsewhere = join(folder, 'elsewhere');
    const second = serve('--data', elsewhere, '--port', port);
    expect(await second.ended).toBe(1);
    expect(second.complained()).toBe(
      `Port ${port} is taken by another program. Choose another with --port.\n`,
    );
    writeFileSync(join(elsewhere, 'browser-host.json'), JSON.stringify({ port: Number(port) }));
    const third = serve('--data', elsewhere);
    expect(new URL(await third.line(READY)).port).not.toBe(port);
  });

  test('a settings file that is damaged does not keep it from starting', async () => {
    for (const content of ['{"po', '{"port":"x"}', '[]']) {
      writeFileSync(join(folder, 'browser-host.json'), content);
      const program = serve();
      expect(await program.line(READY)).toContain('127.0.0.1');
      program.child.kill('SIGTERM');
      expect(await program.ended).toBe(0);
    }
  });

  test('data that another desk has open is one line', async () => {
    const first = serve('--port', '0');
    await first.line(READY);
    const second = serve('--port', '0');
    expect(await second.ended).toBe(1);
    expect(second.said()).toBe('');
    expect(second.complained()).toMatch(/^The data folder .+ is open in another Serial Capture Desk\..+\n$/);
  });

  test('a data folder that cannot be made is one line', async () => {
    writeFileSync(join(folder, 'file'), '');
    const program = serve('--data', join(folder, 'file', 'below'));
    expect(await program.ended).toBe(1);
    expect(program.complained().trimEnd()).not.toContain('\n');
    expect(program.complained()).toContain(join(folder, 'file', 'below'));
  });
});

describe('an unknown flag is one line that names it, exit code 2', () => {
  const programs = [
    ['serve', [PROGRAM]],
    ['start', ['scripts/start.mjs']],
    ['dev', ['scripts/dev.mjs']],
    ['start, from an older Node', ['--import', fakeOldNode, 'scripts/start.mjs']],
  ] as const;
  test.each(programs)('%s', async (_name, args) => {
    const program = runNode([...args, '--port', '0', '--nope']);
    expect(await program.ended).toBe(2);
    expect(program.said()).toBe('');
    expect(program.complained()).toMatch(/^Unknown flag --nope\. .+\n$/);
  });
});

test('without a Node that is new enough, a script says what to install', async () => {
  const noPackage = 'data:text/javascript,Object.defineProperty(process,"arch",{value:"mips"})';
  const program = runNode(['--import', fakeOldNode, '--import', noPackage, 'scripts/start.mjs']);
  expect(await program.ended).toBe(1);
  expect(program.complained()).toMatch(/^This needs Node 24 or newer and this is Node 20\.1\.0\. .+\n$/);
});
