import type { Backup, RestoreQuestion } from '../../../../src-main/domain/backup.ts';
import { apiClient, problemOf, queryClient, trpc } from '../../../api/client.ts';
import { tellRestored } from '../../../api/epoch.ts';
import { cancelJob, followJob, type ApiJob } from '../../../api/jobs.ts';
import { uploadFiles } from '../../../api/upload.ts';
import type { Progress } from '../../../app/job-progress.tsx';
import { createStore } from '../../../app/store.ts';

/** A backup to restore: one of the list, or a file that was brought here. */
type Source = { readonly id: string } | { readonly uploadId: string };

/** Something to say of what was done. */
export interface BackupNotice {
  readonly severity: 'success' | 'info' | 'error';
  readonly text: string;
}

/** A restore that waits for an answer, or that runs. */
export interface Asked {
  readonly source: Source;
  /** What the user knows the backup by. */
  readonly name: string;
  readonly question: RestoreQuestion;
}

/** What is going on with backups. It goes on while other pages are shown. */
export type BackupStage =
  | { readonly kind: 'idle'; readonly notice?: BackupNotice }
  | {
      readonly kind: 'working';
      /** What it is, for the progress. */
      readonly name: string;
      readonly progress: Progress | undefined;
      readonly cancel: () => void;
      /** The restore that runs; without it something is made or checked. */
      readonly restoring?: Asked;
    }
  | { readonly kind: 'asking'; readonly asked: Asked };

/** Under what the notice of a restore outlives the reload after it. */
const NOTICE_KEY = 'serial-capture-desk.restored';

/** See `BackupStage`. */
export const backupStage = createStore<BackupStage>({ kind: 'idle' });

const ignore = (): void => undefined;

const say = (severity: BackupNotice['severity'], text: string): void =>
  backupStage.set({ kind: 'idle', notice: { severity, text } });

const failed = (error: unknown): void => say('error', problemOf(error).sentence);

/** Makes a backup now. */
export async function makeBackup(): Promise<void> {
  await working('Backup', undefined, async (follow) => {
    const { status, result, error } = await follow(await apiClient.backups.make.mutate());
    await reloadList();
    if (result?.kind === 'backup') say('success', 'The backup was made and checked.');
    else if (status === 'canceled') say('info', 'The backup was cancelled. Nothing was left of it.');
    else say('error', error ?? 'The backup failed. Try it again.');
  });
}

/** Asks whether a backup of the list shall be restored. */
export async function askToRestore({ id }: Backup, name: string): Promise<void> {
  await working('Looking into the backup', undefined, async () => {
    const question = await apiClient.backups.question.query({ id });
    backupStage.set({ kind: 'asking', asked: { source: { id }, name, question } });
  });
}

/** Brings a file here, checks it, and asks whether it shall be restored. */
export async function bringFile(file: File): Promise<void> {
  const aborting = new AbortController();
  const name = `Checking ${file.name}`;
  const show = (progress: Progress | undefined): void =>
    backupStage.set({ kind: 'working', name, progress, cancel: () => aborting.abort() });
  await working(name, undefined, async (follow) => {
    show(undefined);
    const uploadId = await uploadFiles(
      [file],
      ({ sent, total }) => show({ phase: `Sending ${file.name}`, done: sent, total }),
      aborting.signal,
      async ([one]) =>
        (await apiClient.backups.announce.mutate(one ?? { name: file.name, size: 0 })).uploadId,
    ).catch((error: unknown) => {
      if (aborting.signal.aborted) return undefined;
      throw error;
    });
    if (uploadId === undefined) return say('info', 'Cancelled. Nothing was changed.');
    const { jobId, now } = await apiClient.backups.inspect.mutate({ uploadId });
    const { status, result, error } = await follow({ jobId });
    if (result?.kind === 'backup-inspected') {
      const question = { backup: result.summary, now };
      return backupStage.set({ kind: 'asking', asked: { source: { uploadId }, name: file.name, question } });
    }
    discard({ uploadId });
    if (status === 'canceled') say('info', 'Cancelled. Nothing was changed.');
    else say('error', error ?? `${file.name} could not be checked. Try it again.`);
  });
}

/** Restores what was asked about. Once that is done this window and the others load the restored data. */
export async function restore(asked: Asked): Promise<void> {
  await working('Restoring', asked, async (follow) => {
    const { status, result, error } = await follow(await apiClient.backups.restore.mutate(asked.source));
    if (result?.kind === 'restored') {
      const notice = `${asked.name} was restored. The data before it is kept in the list below.`;
      sessionStorage.setItem(NOTICE_KEY, notice);
      tellRestored();
      window.location.reload();
      return;
    }
    discard(asked.source);
    await reloadList();
    if (status === 'canceled') say('info', 'The restore was cancelled. Nothing was changed.');
    else say('error', error ?? 'The restore failed. Nothing was changed.');
  });
}

/** Leaves everything as it is. */
export function decline({ source }: Asked): void {
  discard(source);
  backupStage.set({ kind: 'idle' });
}

/** What is to be said of a restore that this window was loaded anew for, once. */
export function takeRestoredNotice(): void {
  const text = sessionStorage.getItem(NOTICE_KEY);
  if (text === null) return;
  sessionStorage.removeItem(NOTICE_KEY);
  say('success', text);
}

/** Reads the list of the backups anew. */
export async function reloadList(): Promise<void> {
  await queryClient.invalidateQueries(trpc.backups.list.queryFilter());
}

type Follow = (started: { readonly jobId: string }) => Promise<ApiJob>;

async function working(
  name: string,
  restoring: Asked | undefined,
  work: (follow: Follow) => Promise<void>,
): Promise<void> {
  if (backupStage.get().kind === 'working') return;
  const show = (progress: Progress | undefined, cancel: () => void): void =>
    backupStage.set({ kind: 'working', name, progress, cancel, ...(restoring && { restoring }) });
  show(undefined, ignore);
  try {
    await work(({ jobId }) => followJob(jobId, (progress) => show(progress, () => cancelJob(jobId))));
  } catch (error) {
    failed(error);
  }
}

function discard(source: Source): void {
  if (!('uploadId' in source)) return;
  // What was sent is of no use any more; failing to say so changes nothing for the user.
  apiClient.imports.discard.mutate({ importId: source.uploadId }).catch(ignore);
}
