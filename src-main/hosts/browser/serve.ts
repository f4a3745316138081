import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArguments, type HostArguments } from './arguments.ts';
import { defaultDataFolder } from './data-folder.ts';
import { HostStartError, startHost } from './start-host.ts';

/** Where things stand beside this file: as built into `out/main`, or in the sources when Node runs them directly. */
const places = import.meta.url.endsWith('.js')
  ? {
      workerUrl: new URL('./worker.js', import.meta.url),
      jobWorkerUrl: new URL('./job-worker.js', import.meta.url),
      rendererFolder: fileURLToPath(new URL('../renderer', import.meta.url)),
      manifest: new URL('../../package.json', import.meta.url),
    }
  : {
      workerUrl: new URL('../../core/worker.ts', import.meta.url),
      jobWorkerUrl: new URL('../../core/job-worker.ts', import.meta.url),
      rendererFolder: fileURLToPath(new URL('../../../out/renderer', import.meta.url)),
      manifest: new URL('../../../package.json', import.meta.url),
    };

/** Listens from the first moment on, so that a signal during the start still ends in a clean stop. */
const asked = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
});

const parsed = parseArguments(process.argv.slice(2));
if (parsed.ok) {
  process.exitCode = await serve(parsed.value);
} else {
  console.error(parsed.sentence);
  process.exitCode = 2;
}
// Whatever a library still has open must not keep a stopped program alive.
process.exit();

/** Serves until a signal asks to stop. Resolves with the exit code. */
async function serve({ port, dataFolder }: HostArguments): Promise<number> {
  try {
    const { manifest, ...rest } = places;
    const host = await startHost({
      ...rest,
      port,
      dataFolder: dataFolder ?? defaultDataFolder(process.platform, process.env, homedir()),
      appVersion: readVersion(manifest),
    });
    console.log(`Serial Capture Desk is ready: ${host.link}`);
    await asked;
    await host.close();
    return 0;
  } catch (error) {
    if (!(error instanceof HostStartError)) throw error;
    console.error(error.message);
    return 1;
  }
}

function readVersion(manifest: URL): string {
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  return version;
}
