import { CoreStartError, startCore, type CoreOptions, type RunningCore } from '../../core/start-core.ts';
import { createHandler } from '../handler.ts';
import { rememberedPort } from './remembered-port.ts';
import { startServer, type BrowserServer } from './server.ts';

/** What the browser host needs to run. */
export interface HostOptions extends CoreOptions {
  /** Absolute path of the folder with the built page. */
  readonly rendererFolder: string;
  /** The port that was asked for; absent means the port of the last start, or any free one. */
  readonly port: number | undefined;
}

/** Why the host did not start, in a sentence for the user. */
export class HostStartError extends Error {
  override readonly name = 'HostStartError';
}

/** A browser host that serves. */
export interface RunningHost {
  /** The link that lets one browser in, once. */
  readonly link: string;
  /** Stops the server, then the core. */
  close(): Promise<void>;
}

/**
 * Starts the core and serves it.
 * @throws HostStartError when the data folder or the port is not to be had.
 */
export async function startHost(options: HostOptions): Promise<RunningHost> {
  const core = await startCore(options).catch((error: unknown) => {
    throw error instanceof CoreStartError ? new HostStartError(error.message) : error;
  });
  try {
    const server = await listen(core, options);
    return {
      link: server.link,
      async close() {
        await server.close();
        await core.close();
      },
    };
  } catch (error) {
    await core.close();
    throw error;
  }
}

async function listen(core: RunningCore, options: HostOptions): Promise<BrowserServer> {
  const handler = createHandler({ core, rendererFolder: options.rendererFolder });
  if (options.port !== undefined) {
    return startServer(handler, options.port).catch((error: unknown) => {
      throw portError(error, options.port);
    });
  }
  const remembered = rememberedPort(options.dataFolder);
  const server = await startServer(handler, remembered.read() ?? 0).catch(() => startServer(handler, 0));
  remembered.write(server.port);
  return server;
}

function portError(error: unknown, port: number | undefined): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return new HostStartError(`Port ${port} is taken by another program. Choose another with --port.`);
  }
  if (code === 'EACCES') {
    return new HostStartError(`Port ${port} is not open to this user. Choose one from 1024 up with --port.`);
  }
  return error;
}
