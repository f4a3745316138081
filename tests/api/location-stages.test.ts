import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LocationPattern } from '../../src-main/domain/location-stage.ts';
import type { LocationStage } from '../../src-main/domain/verdict.ts';
import { withSetting } from '../../src-main/domain/tracking-fields.ts';
import {
  confirm,
  exportedFile,
  importFiles,
  load,
  openTestCore,
  problemOf,
  problemsOf,
  type TestCore,
  type TestFile,
} from '../fixtures/core.ts';
import { groupsCsv, itemsCsv, onHandCsv } from '../fixtures/dynamics-files.ts';

let core: TestCore;

beforeEach(async () => {
  core = openTestCore();
  await load(
    core,
    groupsCsv([
      { name: 'SerPick', capture: 'Picking', active: true, control: true },
      { name: 'SerPack', capture: 'Packing', active: true, control: true },
      { name: 'No' },
    ]),
    itemsCsv([
      ['A', 'SerPick'],
      ['B', 'SerPack'],
      ['C', 'No'],
    ]),
    onHandCsv([
      { item: 'A', location: 'PACK-01', quantity: '5' },
      { item: 'A', location: 'PACK-02', serial: 'S1', quantity: '1' },
      { item: 'A', location: 'BULK-01', quantity: '3' },
      { item: 'B', location: 'PACK-01', quantity: '2' },
      { item: 'B', location: 'BAYDOOR', quantity: '4' },
      { item: 'C', location: 'PACK-01', quantity: '9' },
    ]),
  );
});

afterEach(async () => {
  expect(core.unexpected).toEqual([]);
  await core.remove();
});

const pattern = (text: string, stage: LocationStage, warehouse = ''): LocationPattern => ({
  warehouse,
  pattern: text,
  stage,
});

/** Saves patterns as a user does who looks at the effect and confirms it. */
async function save(...patterns: readonly LocationPattern[]) {
  const { version } = await core.api.locationStages.list.query();
  const input = { patterns: [...patterns], version };
  const { revision } = await core.api.locationStages.whatIf.query(input);
  return core.api.locationStages.save.mutate({ ...input, confirmed: revision });
}

const listed = async () => (await core.api.locationStages.list.query()).patterns;

describe('what-if of location stages', () => {
  it('says what becomes of the blanks there, with examples, and changes nothing', async () => {
    const preview = await core.api.locationStages.whatIf.query({
      patterns: [pattern('pack-*', 'Packing'), pattern('BAYDOOR', 'Loaded')],
      version: 0,
    });
    expect(preview).toMatchObject({
      needsConfirmation: true,
      // Of C nothing is said: its serial numbers are not tracked.
      items: 2,
      rows: 4,
      quantity: 12_000,
      transitions: [
        { from: 'Expected', to: 'Overdue', items: 2, rows: 2, quantity: 9000 },
        { from: 'Expected', to: 'Due', items: 1, rows: 1, quantity: 2000 },
      ],
    });
    expect(
      preview.examples.map(({ itemNumber, location, from, to }) => [itemNumber, location, from, to]),
    ).toEqual(
      expect.arrayContaining([
        ['A', 'PACK-01', 'Expected', 'Overdue'],
        ['B', 'BAYDOOR', 'Expected', 'Overdue'],
        ['B', 'PACK-01', 'Expected', 'Due'],
      ]),
    );
    expect(preview.examples).toHaveLength(3);
    expect(await listed()).toEqual([]);
  });

  it('must be confirmed where tracked stock is reached, and not where none is', async () => {
    const free = [pattern('EMPTY-*', 'Packing')];
    const saved = await core.api.locationStages.save.mutate({ patterns: free, version: 0 });
    expect(saved.patterns).toEqual(free);
    const input = { patterns: [pattern('PACK-*', 'Packing')], version: saved.version };
    expect(await problemOf(core.api.locationStages.save.mutate(input))).toMatchObject({
      code: 'needs-confirmation',
    });
    const { revision } = await core.api.locationStages.whatIf.query(input);
    await core.api.locationStages.save.mutate({ ...input, confirmed: revision });
    expect(await listed()).toEqual(input.patterns);
  });

  it('of a group goes by the stages', async () => {
    await save(pattern('PACK-*', 'Packing'), pattern('BAYDOOR', 'Loaded'));
    const group = (await core.api.groups.list.query()).find(({ name }) => name === 'SerPack');
    const { id, version, name, description, settings } = group ?? expect.fail('There is no group SerPack.');
    const asked = withSetting(settings, 'captureSerialNumber', 'Picking');
    const preview = await core.api.groups.whatIf.query({ id, version, name, description, settings: asked });
    // What is loaded was overdue before, and is.
    expect(preview).toMatchObject({
      items: 1,
      rows: 2,
      transitions: [{ from: 'Due', to: 'Overdue', items: 1, rows: 1, quantity: 2000 }],
      examples: [{ itemNumber: 'B', location: 'PACK-01', from: 'Due', to: 'Overdue' }],
    });
  });

  it('of what was imported later goes by the stages too', async () => {
    await save(pattern('PACK-*', 'Packing', '62'));
    await load(core, onHandCsv([{ item: 'A', warehouse: '62', location: 'PACK-77', quantity: '8' }]));
    const { version } = await core.api.locationStages.list.query();
    const preview = await core.api.locationStages.whatIf.query({ patterns: [], version });
    expect(preview.transitions).toEqual([
      { from: 'Overdue', to: 'Expected', items: 1, rows: 1, quantity: 8000 },
    ]);
  });
});

describe('location stages', () => {
  it('are stored in order, and refused where another window was faster or they make no sense', async () => {
    const first = await save(pattern('b', 'Loaded', '61'), pattern('PACK-*', 'Packing'));
    expect(first.patterns).toEqual([pattern('PACK-*', 'Packing'), pattern('b', 'Loaded', '61')]);
    const late = await problemOf(core.api.locationStages.save.mutate({ patterns: [], version: 0 }));
    expect(late).toMatchObject({ code: 'changed-meanwhile', httpStatus: 409 });
    const twice = [pattern('x', 'Loaded'), pattern('X', 'Packing')];
    expect(
      await problemOf(core.api.locationStages.save.mutate({ patterns: twice, version: first.version })),
    ).toMatchObject({ code: 'invalid', path: 'patterns.1.pattern', sentence: 'X stands here twice.' });
    expect(await listed()).toEqual(first.patterns);
  });

  it('are no event where nothing changed', async () => {
    const { version } = await save(pattern('PACK-*', 'Packing'));
    const again = await core.api.locationStages.save.mutate({
      patterns: [pattern('PACK-*', 'Packing')],
      version,
    });
    expect(again).toMatchObject({ version, changeId: null });
  });

  it('come back by undo and by restore, through the same what-if', async () => {
    const first = await save(pattern('EMPTY', 'Packing'));
    const { changeId } = await save(pattern('PACK-*', 'Packing'));
    const id = changeId ?? expect.fail('Nothing was recorded.');
    expect(await problemOf(core.api.history.undo.mutate({ changeId: id }))).toMatchObject({
      code: 'needs-confirmation',
    });
    const { revision, transitions } = await core.api.history.whatIfUndo.query({ changeId: id });
    expect(transitions.map(({ from, to }) => `${from} → ${to}`)).toEqual([
      'Overdue → Expected',
      'Due → Expected',
    ]);
    await core.api.history.undo.mutate({ changeId: id, confirmed: revision });
    expect(await listed()).toEqual(first.patterns);

    const { events } = await core.api.history.list.query({ kind: 'location-stages' });
    expect(events.map(({ before, after }) => [before, after])).toEqual([
      [{ patterns: [pattern('PACK-*', 'Packing')] }, { patterns: [pattern('EMPTY', 'Packing')] }],
      [{ patterns: [pattern('EMPTY', 'Packing')] }, { patterns: [pattern('PACK-*', 'Packing')] }],
      [{ patterns: [] }, { patterns: [pattern('EMPTY', 'Packing')] }],
    ]);
    const target = { eventId: events.at(-1)?.id ?? 0, side: 'before' } as const;
    await core.api.history.restore.mutate(target);
    expect(await listed()).toEqual([]);
    expect(await core.api.history.check.query()).toMatchObject({ brokenFrom: null });
  });

  it('go with everything else on starting over', async () => {
    await save(pattern('PACK-*', 'Packing'));
    await core.api.maintenance.startOver.mutate();
    expect(await listed()).toEqual([]);
    expect(await core.api.locationStages.proposals.query()).toEqual([]);
  });
});

describe('capture at packing where no location packs', () => {
  const sentence =
    'Pack will never ask for a serial number: no location has the stage Packing. Set one under Location stages.';

  it('is warned about by the page, on saving a group with items, and by imports, once', async () => {
    expect((await core.api.locationStages.list.query()).packingGroups).toEqual(['SerPack']);
    const group = (await core.api.groups.list.query()).find(({ name }) => name === 'SerPack');
    if (group === undefined) throw new Error('There is no group SerPack.');
    const { deadEnds } = await core.api.groups.save.mutate({ ...group, description: 'Late' });
    expect(deadEnds).toEqual([{ step: 'Pack', sentence }]);
    const files = [
      groupsCsv([{ name: 'SerPack', capture: 'Packing', active: true, control: true }]),
      itemsCsv([
        ['B', 'SerPack'],
        ['D', 'SerPack'],
        ['A', 'SerPick'],
      ]),
    ];
    const warnings = async (file: number): Promise<readonly string[]> =>
      (await problemsOf(core, await importFiles(core, files), file))
        .filter(({ outcome, reason }) => outcome === 'Warning' && reason === sentence)
        .map(({ value }) => value);
    expect([await warnings(0), await warnings(1)]).toEqual([[''], ['SerPack']]);

    await save(pattern('ANY-*', 'Packing'));
    expect([await warnings(0), await warnings(1)]).toEqual([[], []]);
    const current = (await core.api.groups.list.query()).find(({ name }) => name === 'SerPack');
    if (current === undefined) throw new Error('There is no group SerPack.');
    const saved = await core.api.groups.save.mutate({ ...current, description: 'Later' });
    expect(saved.deadEnds).toEqual([]);
  });
});

describe('location stages in a configuration file', () => {
  const configuration = (): Promise<TestFile> =>
    exportedFile(core, { format: 'json', lists: ['groups', 'locationStages'] });

  it('come back: added, or in the place of those for the same locations', async () => {
    await save(pattern('PACK-*', 'Packing'), pattern('DOCK', 'Loaded', '61'));
    const file = await configuration();
    const same = await importFiles(core, [file]);
    expect(same.files[0]?.counts).toMatchObject({ new: 0, changed: 0, unchanged: 5 });
    await save(pattern('pack-*', 'Storage'), pattern('OWN', 'Loaded'));
    const preview = await importFiles(core, [file]);
    expect(preview.files[0]?.counts).toEqual({ new: 1, changed: 1, unchanged: 3, refused: 0 });
    // The stage of PACK-* reaches stock, so the import has a what-if.
    expect(preview.whatIf?.transitions).toMatchObject([
      { from: 'Expected', to: 'Overdue', quantity: 5000 },
      { from: 'Expected', to: 'Due', quantity: 2000 },
    ]);
    expect(await confirm(core, preview)).toMatchObject({ status: 'done' });
    expect(await listed()).toEqual([
      pattern('OWN', 'Loaded'),
      pattern('PACK-*', 'Packing'),
      pattern('DOCK', 'Loaded', '61'),
    ]);
    const { events } = await core.api.history.list.query({ kind: 'location-stages', door: 'import' });
    expect(events).toHaveLength(1);
  });

  it('are refused one by one, each with its place in the file', async () => {
    const text = JSON.stringify({
      format: 'serial-capture-desk-configuration',
      version: 1,
      locationStages: [
        { warehouse: '', pattern: 'A', stage: 'Packing' },
        { warehouse: '', pattern: 'a', stage: 'Loaded' },
        { warehouse: '', pattern: '', stage: 'Loaded' },
        { warehouse: '', pattern: 'B', stage: 'Moon' },
      ],
    });
    const preview = await importFiles(core, [{ name: 'c.scdesk', content: text }]);
    expect(preview.files[0]).toMatchObject({ rows: 4, counts: { new: 1, refused: 3 } });
    const problems = await problemsOf(core, preview);
    expect(problems.map(({ row, column, outcome }) => [row, column, outcome])).toEqual([
      [2, 'locationStages.1.pattern', 'Refused'],
      [3, 'locationStages.2.pattern', 'Refused'],
      [4, 'locationStages.3.stage', 'Refused'],
    ]);
  });
});

describe('proposed patterns', () => {
  it('come from the locations that no stored pattern decides about', async () => {
    const before = await core.api.locationStages.proposals.query();
    expect(before.map(({ pattern: text, stage, locations }) => [text, stage, locations])).toEqual([
      ['PACK-*', 'Packing', 2],
      ['BAYDOOR', 'Loaded', 1],
      ['BULK-*', 'Storage', 1],
    ]);
    await save(pattern('PACK-*', 'Packing'));
    const after = await core.api.locationStages.proposals.query();
    expect(after.map(({ pattern: text }) => text)).toEqual(['BAYDOOR', 'BULK-*']);
    expect(await listed()).toHaveLength(1);
  });

  it('forget the locations of a warehouse that was cleared', async () => {
    await core.api.maintenance.clearWarehouse.mutate({ warehouse: '61' });
    expect(await core.api.locationStages.proposals.query()).toEqual([]);
  });
});
