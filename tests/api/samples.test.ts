import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { confirm, importFiles, openTestCore, type TestCore } from '../fixtures/core.ts';
import { stockOf } from '../fixtures/stock.ts';

let core: TestCore;
beforeAll(() => {
  core = openTestCore();
});
afterAll(async () => {
  await core.remove();
  expect(core.unexpected).toEqual([]);
});

const sample = (name: string) => ({
  name,
  content: new Uint8Array(readFileSync(new URL(`../../assets/samples/${name}`, import.meta.url))),
});

test('the samples that a newcomer imports are in order and show their blanks', async () => {
  const names = ['warehouse-on-hand.csv', 'released-products.csv', 'tracking-dimension-groups.csv'];
  const preview = await importFiles(core, names.map(sample));
  expect(preview.files.map(({ kind }) => kind)).toEqual(['on-hand', 'items', 'tracking-dimension-groups']);
  for (const { error, ignored, counts, rows } of preview.files) {
    expect([error, ignored, counts.refused]).toEqual([null, [], 0]);
    expect(counts.new).toBeGreaterThan(0);
    expect(rows).toBeGreaterThan(0);
  }
  expect((await confirm(core, preview)).status).toBe('done');
  const blanks = await stockOf(core, { serial: 'blank' });
  expect(blanks.length).toBeGreaterThan(0);
  for (const capture of ['None', 'Picking', 'Packing'])
    expect(blanks.map((row) => row.capture)).toContain(capture);
  for (const { capture, settings } of (await core.api.groups.list.query()).map(({ settings: all }) => ({
    capture: all.captureSerialNumber,
    settings: all.serialNumber,
  })))
    if (capture !== 'None')
      expect([settings.blankReceiptAllowed, settings.blankIssueAllowed]).toEqual([true, true]);
});

test('the sample orders fit the sample items, and their stock can be released', async () => {
  const names = ['sales-order-lines.csv', 'purchase-order-lines.csv', 'transfer-order-lines.csv'];
  const preview = await importFiles(core, names.map(sample));
  for (const { error, ignored, counts, rows } of preview.files)
    expect([error, ignored, counts.new, counts.refused]).toEqual([null, [], rows, 0]);
  expect((await confirm(core, preview)).status).toBe('done');
  const { rows } = await core.api.orders.page.query({});
  expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['Sales', 'Purchase', 'Transfer']));
  for (const { id, kind } of rows)
    if (kind !== 'Purchase') expect((await core.api.orders.release.mutate({ id })).short).toEqual([]);
});
