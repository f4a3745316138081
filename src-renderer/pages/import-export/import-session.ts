import type { ImportOutcome, ImportPreview, OnHandScope } from '../../../src-main/domain/import-preview.ts';
import { apiClient, problemOf, queryClient } from '../../api/client.ts';
import { cancelJob, followJob, type ApiJob } from '../../api/jobs.ts';
import { uploadFiles } from '../../api/upload.ts';
import type { Progress } from '../../app/job-progress.tsx';
import { keepForUndo } from '../../app/notify-done.ts';
import { createStore } from '../../app/store.ts';

/** Something to say above the preview. */
export interface ImportNotice {
  readonly severity: 'info' | 'error';
  readonly text: string;
}

/** Where an import stands. Nothing is changed before `done`. */
export type ImportStage =
  | { readonly kind: 'idle'; readonly problem?: string }
  | { readonly kind: 'working'; readonly progress: Progress | undefined; readonly cancel: () => void }
  | {
      readonly kind: 'preview';
      readonly preview: ImportPreview;
      readonly scope: OnHandScope;
      /** The user has confirmed what it would do to the stock. */
      readonly seen: boolean;
      readonly notice?: ImportNotice;
    }
  | { readonly kind: 'done'; readonly preview: ImportPreview; readonly outcome: ImportOutcome };

/** The import under way. It goes on while other pages are shown. */
export const importStage = createStore<ImportStage>({ kind: 'idle' });

const ignore = (): void => undefined;

/** Uploads files and shows what importing them would do. A preview that is open is given up. */
export async function startImport(files: readonly File[]): Promise<void> {
  const before = importStage.get();
  if (before.kind === 'working' || files.length === 0) return;
  if (before.kind === 'preview') discard(before.preview.importId);
  const aborting = new AbortController();
  const phase = files.length === 1 ? `Sending ${files[0]?.name ?? ''}` : `Sending ${files.length} files`;
  const show = (done: number, total: number): void =>
    importStage.set({
      kind: 'working',
      progress: { phase, done, total },
      cancel: () => aborting.abort(),
    });
  show(0, 0);
  try {
    const importId = await uploadFiles(files, ({ sent, total }) => show(sent, total), aborting.signal);
    await inspect(importId, 'warehouses');
  } catch (error) {
    importStage.set(
      aborting.signal.aborted ? { kind: 'idle' } : { kind: 'idle', problem: problemOf(error).sentence },
    );
  }
}

/** Chooses what an on-hand file speaks for. */
export function chooseScope(scope: OnHandScope): void {
  const stage = importStage.get();
  if (stage.kind === 'preview') importStage.set({ ...stage, scope });
}

/** Confirms, or no longer, what the import would do to the stock. */
export function chooseSeen(seen: boolean): void {
  const stage = importStage.get();
  if (stage.kind === 'preview') importStage.set({ ...stage, seen });
}

/** Whether a preview waits for the user to confirm what it would do to the stock. */
export function waitsForConfirmation(stage: ImportStage): boolean {
  return stage.kind === 'preview' && stage.preview.applicable && stage.preview.whatIf !== null && !stage.seen;
}

/** Gives the preview up; nothing was changed. */
export function discardPreview(): void {
  const stage = importStage.get();
  if (stage.kind === 'preview') discard(stage.preview.importId);
  importStage.set({ kind: 'idle' });
}

/** Leaves an import that was undone. */
export function leaveDone(): void {
  if (importStage.get().kind === 'done') importStage.set({ kind: 'idle' });
}

/** Looks at the files again, after the data has changed. */
export async function lookAgain(): Promise<void> {
  const stage = importStage.get();
  if (stage.kind === 'preview') await inspect(stage.preview.importId, stage.scope);
}

/** Carries out what the preview shows. */
export async function applyImport(): Promise<void> {
  const stage = importStage.get();
  if (stage.kind !== 'preview') return;
  const { preview, scope, seen } = stage;
  const back = (severity: ImportNotice['severity'], text: string): void =>
    importStage.set({ kind: 'preview', preview, scope, seen, notice: { severity, text } });
  try {
    importStage.set({ kind: 'working', progress: undefined, cancel: ignore });
    const { importId, whatIf } = preview;
    const confirmed = seen ? whatIf?.revision : undefined;
    const { status, result, error } = await follow(
      await apiClient.imports.confirm.mutate({ importId, scope, confirmed }),
    );
    if (status === 'canceled') {
      back('info', 'The import was cancelled. Nothing was changed.');
    } else if (result?.kind === 'import-outcome') {
      const { changeId } = result.outcome;
      if (changeId !== null) keepForUndo(changeId);
      importStage.set({ kind: 'done', preview, outcome: result.outcome });
      await queryClient.invalidateQueries();
    } else {
      back('error', error ?? 'The import failed. Nothing was changed.');
    }
  } catch (error) {
    back('error', problemOf(error).sentence);
  }
}

async function inspect(importId: string, scope: OnHandScope): Promise<void> {
  try {
    const { status, result, error } = await follow(await apiClient.imports.inspect.mutate({ importId }));
    if (result?.kind === 'import-preview') {
      importStage.set({ kind: 'preview', preview: result.preview, scope, seen: false });
      return;
    }
    discard(importId);
    importStage.set(
      status === 'canceled'
        ? { kind: 'idle' }
        : { kind: 'idle', problem: error ?? 'The files could not be read. Choose them again.' },
    );
  } catch (error) {
    discard(importId);
    importStage.set({ kind: 'idle', problem: problemOf(error).sentence });
  }
}

async function follow({ jobId }: { readonly jobId: string }): Promise<ApiJob> {
  return followJob(jobId, (progress) =>
    importStage.set({ kind: 'working', progress, cancel: () => cancelJob(jobId) }),
  );
}

/** Forgets the files of an import. What is left behind is cleaned up at the next start. */
function discard(importId: string): void {
  apiClient.imports.discard.mutate({ importId }).catch(ignore);
}
