import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The built program. */
const program = join(import.meta.dirname, '../../out/main/serve.js');

/** A desk of its own, served to the browser. */
export interface BrowserDesk {
  /** The printed link, which lets one browser in. */
  readonly link: string;
  readonly process: ChildProcess;
  /** Stops the desk as a terminal would. Throws when it does not end with exit code 0. */
  stop(): Promise<void>;
  /** Ends the desk as a power cut would, without a word. */
  kill(): Promise<void>;
}

/** Starts the built desk on a free port with its own data folder and waits for its start-up line. */
export async function startBrowserDesk(dataFolder: string): Promise<BrowserDesk> {
  const child = spawn(process.execPath, [program, '--port', '0', '--data', dataFolder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  const link = await Promise.race([
    readLink(child.stdout),
    ended.then(([code]) => {
      throw new Error(`The desk ended with exit code ${code} before it was ready: ${complaints}`);
    }),
  ]);
  return {
    link,
    process: child,
    async stop() {
      child.kill('SIGTERM');
      const [code, signal] = await ended;
      if (code !== 0) throw new Error(`The desk did not stop cleanly (${code ?? signal}): ${complaints}`);
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function readLink(output: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve) => {
    createInterface({ input: output }).on('line', (line) => {
      const link = /^Serial Capture Desk is ready: (http:\/\/127\.0\.0\.1:\d+\/\?token=\S+)$/.exec(line)?.[1];
      if (link !== undefined) resolve(link);
    });
  });
}
