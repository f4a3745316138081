import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createTRPCClient, httpLink, type TRPCClient } from '@trpc/client';
import { path } from '../../scripts/lib/paths.mjs';
import type { AppRouter } from '../../src-main/api/app-router.ts';

/** A desk in a process of its own, so that its time and memory are not those of the benchmark. */
export interface Desk {
  /** The API as the page calls it. */
  readonly api: TRPCClient<AppRouter>;
  /** Any other request to the desk. @throws Error where the answer is no success. */
  fetch(address: string, request?: RequestInit): Promise<Response>;
  /** Most memory the process has had so far, in MB; undefined where the system does not tell. */
  peakMemory(): number | undefined;
  /** Stops the process and waits for its end. */
  close(): Promise<void>;
}

/** The browser host as `npm start` runs it. The sources would take longer to start, and memory for their translation. */
export const hostFile = path('out/main/serve.js');

/**
 * Starts a desk on a data folder and enters it.
 * @throws Error where it does not start; its own words are on standard error.
 */
export async function openDesk(dataFolder: string): Promise<Desk> {
  const child = spawn(process.execPath, [hostFile, '--port', '0', '--data', dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
  });
  const link = await readLink(child.stdout);
  const { origin } = new URL(link);
  const cookie = await enter(link);
  const own = async (address: string | URL, request: RequestInit = {}): Promise<Response> =>
    fetch(address, {
      ...request,
      headers: { ...Object.fromEntries(new Headers(request.headers)), cookie, origin },
    });
  return {
    api: createTRPCClient<AppRouter>({
      links: [httpLink({ url: `${origin}/api/trpc`, headers: { cookie, origin } })],
    }),
    fetch: async (address, request) => {
      const response = await own(new URL(address, origin), request);
      if (!response.ok) throw new Error(`${address}: ${response.status} ${await response.text()}`);
      return response;
    },
    peakMemory: () => readPeakMemory(child.pid),
    close: async () => {
      child.kill('SIGTERM');
      await ended;
      process.off('exit', kill);
    },
  };
}

async function readLink(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const link = /^Serial Capture Desk is ready: (http:\S+)$/.exec(line)?.[1];
    if (link !== undefined) return link;
  }
  throw new Error('The desk did not start.');
}

async function enter(link: string): Promise<string> {
  const response = await fetch(link);
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  if (cookie === undefined) throw new Error(`The desk did not let the benchmark in (${response.status}).`);
  return cookie;
}

/** The kernel counts the peak of the resident set itself. */
function readPeakMemory(pid: number | undefined): number | undefined {
  if (process.platform !== 'linux' || pid === undefined) return undefined;
  const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return kibibytes === undefined ? undefined : (Number(kibibytes) * 1024) / 1_000_000;
}
