import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Desk } from './desk.ts';
import { timed } from './figures.ts';

/** Bytes of a file that go up in one request, as the page sends them. */
const CHUNK = 4 * 1024 * 1024;

/** Milliseconds between two looks at a job: oftener than the page, because it is timed here. */
const POLL = 20;

/** The steps of an import, in milliseconds. */
export interface ImportTimes {
  readonly upload: number;
  readonly inspect: number;
  readonly confirm: number;
  readonly all: number;
}

/**
 * Imports files the way the page does: announced, sent in pieces, looked at, applied.
 * @throws Error where a file is refused or a row of it has a problem, because then something else is measured.
 */
export async function importFiles(desk: Desk, paths: readonly string[]): Promise<ImportTimes> {
  const files = await Promise.all(paths.map((path) => openAsBlob(path)));
  const upload = await timed(async () => {
    const announced = paths.map((path, index) => ({ name: basename(path), size: files[index]?.size ?? 0 }));
    const { importId } = await desk.api.imports.begin.mutate({ files: announced });
    for (const [index, file] of files.entries())
      for (let offset = 0; offset < file.size; offset += CHUNK) {
        const body = await file.slice(offset, offset + CHUNK).arrayBuffer();
        const headers = { 'content-type': 'application/octet-stream' };
        await desk.fetch(`/api/uploads/${importId}/${index}?offset=${offset}`, {
          method: 'PUT',
          headers,
          body,
        });
      }
    return importId;
  });
  const importId = upload.value;
  const inspect = await timed(async () => {
    const { jobId } = await desk.api.imports.inspect.mutate({ importId });
    return endOfJob(desk, jobId);
  });
  const preview = inspect.value.result;
  if (preview?.kind !== 'import-preview') throw new Error('The files were looked at without a preview.');
  for (const { name, error, counts } of preview.preview.files)
    if (error !== null || counts.refused > 0)
      throw new Error(`${name}: ${error ?? `${counts.refused} rows are refused`}`);
  const confirm = await timed(async () => {
    const { jobId } = await desk.api.imports.confirm.mutate({ importId, scope: 'warehouses' });
    return endOfJob(desk, jobId);
  });
  const all = upload.time + inspect.time + confirm.time;
  return { upload: upload.time, inspect: inspect.time, confirm: confirm.time, all };
}

type Job = Awaited<ReturnType<Desk['api']['jobs']['get']['query']>>;

/** Waits for the end of a job. @throws Error where it failed. */
export async function endOfJob(desk: Desk, id: string): Promise<Job> {
  for (;;) {
    const job = await desk.api.jobs.get.query({ id });
    if (job.status === 'done') return job;
    if (job.status !== 'running') throw new Error(job.error ?? `A job ended as ${job.status}.`);
    await wait(POLL);
  }
}
