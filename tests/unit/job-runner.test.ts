import { tmpdir } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { createGate } from '../../src-main/core/gate.ts';
import { createJobRunner, type ClosableJobRunner } from '../../src-main/core/job-runner.ts';
import type { JobResult } from '../../src-main/services/jobs.ts';

const reported: unknown[] = [];
let runner: ClosableJobRunner | undefined;
afterEach(async () => {
  await runner?.close();
  reported.length = 0;
});

const start = (): ClosableJobRunner => {
  runner = createJobRunner({
    workerUrl: new URL('../fixtures/odd-job-worker.ts', import.meta.url),
    dataFolder: tmpdir(),
    user: 'tester',
    gate: createGate(),
    finish: (result) => result as JobResult,
    report: (error) => reported.push(error),
  });
  return runner;
};

const inspect = (jobs: ClosableJobRunner, wish: string): string =>
  jobs.start({ kind: 'inspect-import', importId: wish });
const apply = (jobs: ClosableJobRunner, wish: string): string =>
  jobs.start({ kind: 'apply-import', importId: wish, scope: 'items' });

const endOf = async (jobs: ClosableJobRunner, id: string): Promise<string> => {
  while (jobs.get(id).status === 'running') await wait(1);
  return jobs.get(id).status;
};

test.each(['throw', 'exit'])(
  'a worker that ends by %s fails its jobs at once; the next job gets another one',
  async (wish) => {
    const jobs = start();
    const [idle, ending] = [inspect(jobs, 'nothing'), inspect(jobs, wish)];
    expect(await endOf(jobs, ending)).toBe('failed');
    expect(jobs.get(ending).error).toMatch(/stopped unexpectedly.*try again\.$/);
    expect(jobs.get(idle).status).toBe('failed');
    expect(reported).toHaveLength(1);
    const next = inspect(jobs, 'download');
    expect(await endOf(jobs, next)).toBe('done');
    expect(reported).toHaveLength(1);
  },
);

test('a job that waits for its turn outlives the worker of the one before', async () => {
  const jobs = start();
  const [first, second] = [apply(jobs, 'throw'), apply(jobs, 'download')];
  expect(await endOf(jobs, first)).toBe('failed');
  expect(await endOf(jobs, second)).toBe('done');
});

test('what is unexpected is for the log, the user gets the sentence', async () => {
  const jobs = start();
  const id = inspect(jobs, 'unexpected');
  expect(await endOf(jobs, id)).toBe('failed');
  expect(jobs.get(id)).toMatchObject({ error: 'A sentence.', result: null });
  expect(reported).toEqual([new Error('Details for the log.')]);
});

test('a job that was cancelled before its turn is never begun', async () => {
  const jobs = start();
  const [first, second] = [apply(jobs, 'nothing'), apply(jobs, 'throw')];
  jobs.cancel(second);
  const third = inspect(jobs, 'exit');
  expect(await endOf(jobs, third)).toBe('failed');
  expect(await endOf(jobs, first)).toBe('failed');
  expect(await endOf(jobs, second)).toBe('canceled');
});

test('ends of long ago are forgotten, running jobs never', async () => {
  const jobs = start();
  const running = inspect(jobs, 'nothing');
  const first = inspect(jobs, 'download');
  for (let index = 0; index < 60; index += 1) await endOf(jobs, inspect(jobs, 'download'));
  expect(() => jobs.get(first)).toThrow('This work is no longer known.');
  expect(jobs.get(running).status).toBe('running');
});
