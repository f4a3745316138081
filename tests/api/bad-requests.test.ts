import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appRouter } from '../../src-main/api/app-router.ts';
import { defaultTrackingSettings } from '../../src-main/domain/tracking-settings.ts';
import { ORIGIN, openTestCore, problemOf, putChunk, type TestCore } from '../fixtures/core.ts';

let core: TestCore;
beforeAll(() => {
  core = openTestCore();
});
afterAll(async () => {
  await core.remove();
  expect(core.unexpected).toEqual([]);
});

interface Definition {
  readonly type: string;
  readonly inputs: readonly { safeParse(input: unknown): { readonly success: boolean } }[];
}

const all = Object.entries(
  appRouter._def.procedures as unknown as Record<string, { readonly _def: Definition }>,
);

/** A procedure and whether an input is one that it takes, so that only the others are expected to be refused. */
const procedures = all
  .filter(([, { _def }]) => _def.inputs.length > 0)
  .map(([path, { _def }]) => ({
    path,
    type: _def.type,
    takes: (input: unknown) => _def.inputs.every((schema) => schema.safeParse(input).success),
  }));

test('only a mutation may be without input: what comes along with it is not looked at', () => {
  const without = all.filter(([, { _def }]) => _def.inputs.length === 0);
  expect(without.filter(([, { _def }]) => _def.type === 'query').map(([path]) => path)).toEqual([]);
  expect(without.map(([path]) => path)).toContain('maintenance.startOver');
});

/** Sends a body to a procedure, as text that need not be JSON. */
const send = (path: string, type: string, input: string): Promise<Response> =>
  type === 'query'
    ? core.http(new Request(`${ORIGIN}/api/trpc/${path}?input=${encodeURIComponent(input)}`))
    : core.http(
        new Request(`${ORIGIN}/api/trpc/${path}`, {
          method: 'POST',
          body: input,
          headers: { 'content-type': 'application/json' },
        }),
      );

async function expectRefused(answer: Response): Promise<void> {
  const text = await answer.text();
  expect(answer.status, text).toBeGreaterThanOrEqual(400);
  expect(answer.status, text).toBeLessThan(500);
  const { problem } = (JSON.parse(text) as { error: { data: { problem: Record<string, string> } } }).error
    .data;
  expect(problem).toEqual({
    code: expect.any(String),
    sentence: expect.any(String),
    path: expect.any(String),
  });
  expect(problem.sentence).toMatch(/^\S.*[^\s]$/s);
  expect(problem.sentence?.length).toBeLessThan(1000);
}

const id = randomUUID();
const group = { name: 'Ser', description: '', settings: defaultTrackingSettings };

/** Inputs that no procedure takes. */
const hostile: readonly unknown[] = [
  null,
  0,
  -1,
  'text',
  true,
  [],
  [[]],
  {},
  { id: 1e308 },
  { id: -1 },
  { id: '1' },
  { id: 'x'.repeat(100_000) },
  { id: '../../etc/passwd' },
  { importId: '../..', scope: 'all' },
  { unknown: 1 },
  { ...group, name: 'x'.repeat(300) },
  { ...group, name: '' },
  { ...group, name: 5 },
  { ...group, more: true },
  { ...group, settings: { ...defaultTrackingSettings, extra: true } },
  { ...group, settings: { ...defaultTrackingSettings, captureSerialNumber: 'Receiving' } },
  { ...group, settings: { ...defaultTrackingSettings, captureSerialNumber: 1 } },
  { ...group, id: 0, version: 0 },
  { files: [] },
  { files: [{ name: '', size: 1 }] },
  { files: [{ name: 'a.csv', size: -1 }] },
  { files: [{ name: 'a.csv', size: 1.5 }] },
  { files: [{ name: 'a.csv', size: 1, path: '/etc/passwd' }] },
  { files: Array.from({ length: 21 }, () => ({ name: 'a.csv', size: 1 })) },
  { offset: 0, limit: 1001 },
  { offset: -1, limit: 10 },
  { offset: 0, limit: 10, filter: { conditions: [{ column: 'id', operator: 'eq', number: 1 }] } },
  { offset: 0, limit: 10, filter: { conditions: [{ column: 'warehouse', operator: 'like', value: '%' }] } },
  { offset: 0, limit: 10, sort: [{ column: 'quantity; DROP TABLE on_hand', descending: true }] },
  { filter: { search: 'x'.repeat(201) } },
  { importId: id, file: 0, offset: 0, limit: 100, sql: 1 },
  { format: 'exe' },
  { format: 'json', groups: [] },
  { filter: {}, sort: [], columns: ['path'] },
  { serialLength: 21 },
  { serialLength: '20' },
  { warehouse: 'x'.repeat(1000) },
  { warehouse: null },
];

describe.each(procedures)('$path', ({ path, type, takes }) => {
  test('refuses hostile inputs with a sentence', async () => {
    const refused = hostile.filter((input) => !takes(input));
    expect(refused.length).toBeGreaterThan(hostile.length / 2);
    for (const input of refused) await expectRefused(await send(path, type, JSON.stringify(input)));
  });

  test('refuses what is not JSON', async () => {
    for (const input of ['{', 'undefined', '\0', '{"id":', 'x'.repeat(10_000)])
      await expectRefused(await send(path, type, input));
  });

  test('refuses anything', async () => {
    const anything = fc
      .anything({ maxDepth: 3 })
      .filter((value) => JSON.stringify(value) !== undefined && !takes(JSON.parse(JSON.stringify(value))));
    await fc.assert(
      fc.asyncProperty(anything, async (input) => {
        await expectRefused(await send(path, type, JSON.stringify(input)));
      }),
      { numRuns: 40 },
    );
  });

  test('refuses the other method', async () => {
    await expectRefused(await send(path, type === 'query' ? 'mutation' : 'query', '{}'));
  });
});

describe('inputs are strict', () => {
  test('an unknown key is named', async () => {
    const problem = await problemOf(core.api.groups.save.mutate({ ...group, extra: 1 } as typeof group));
    expect(problem).toMatchObject({ code: 'invalid', httpStatus: 400 });
    expect(problem.sentence).toContain('extra');
  });

  test.each([
    [{ name: 'x'.repeat(300) }, 'name', 'A name has at most 10 characters.'],
    [{ name: '\t ' }, 'name', 'Give the group a name.'],
    [{ description: 'x'.repeat(61) }, 'description', 'A description has at most 60 characters.'],
  ])('a bad text is blamed on its field (%#)', async (change, path, sentence) => {
    expect(await problemOf(core.api.groups.save.mutate({ ...group, ...change }))).toMatchObject({
      code: 'invalid',
      path,
      sentence,
      httpStatus: 400,
    });
  });

  test('a bad setting is blamed on its path', async () => {
    const settings = { ...defaultTrackingSettings, owner: { active: 'yes' } };
    const problem = await problemOf(core.api.groups.save.mutate({ ...group, settings: settings as never }));
    expect(problem).toMatchObject({ code: 'invalid', path: 'settings.owner.active' });
  });

  test('ids that were never given out are not found', async () => {
    const gone = [
      core.api.jobs.get.query({ id }),
      core.api.imports.problems.query({ importId: id, file: 0, offset: 0, limit: 1 }),
      core.api.maintenance.clearWarehouse.mutate({ warehouse: 'nowhere' }),
      core.api.groups.remove.mutate({ id: 1, version: 1 }),
    ];
    for (const call of gone)
      expect(await problemOf(call)).toMatchObject({ code: 'not-found', httpStatus: 404 });
  });
});

describe('requests that are no calls', () => {
  test.each([
    ['GET', '/api/trpc/groups.nothing', 404],
    ['GET', '/api/trpc/', 404],
    ['GET', '/api/trpc/__proto__', 404],
    ['GET', '/api/trpc/groups', 404],
    ['DELETE', '/api/trpc/groups.list', 415],
    ['GET', '/api/nothing', 404],
    ['GET', '/api/downloads/../../etc/passwd', 404],
    ['GET', '/api/downloads/%2e%2e%2fsecret', 404],
    ['GET', `/api/downloads/${id}`, 404],
    ['GET', `/api/downloads/${id}.json`, 404],
    ['POST', '/api/health', 404],
  ])('%s %s is %d', async (method, path, status) => {
    const answer = await core.http(new Request(`${ORIGIN}${path}`, { method }));
    expect(answer.status).toBe(status);
    expect(await answer.text()).not.toMatch(/at .*\.ts:\d+|node_modules/);
  });

  test.each([
    [{ 'content-type': 'text/plain' }, '{}'],
    [{ 'content-type': 'multipart/form-data; boundary=x' }, '--x--'],
    [{ 'content-type': 'application/octet-stream' }, '\0'],
    [{ 'content-type': 'nonsense' }, '{}'],
  ])('a mutation as %o is refused', async (headers, body) => {
    const request = new Request(`${ORIGIN}/api/trpc/groups.save`, { method: 'POST', headers, body });
    await expectRefused(await core.http(request));
  });

  test.each([
    ['not-a-uuid', 0, 0, 400],
    [id, 0, 0, 404],
    [id, 20, 0, 400],
    [id, -1, 0, 400],
    [id, 0, -1, 400],
    [id, 0, 'x', 400],
    [id, 0, '', 400],
    [id, 0, '1e3', 400],
    [id, '0x1', 0, 400],
    [id, 0, 0.5, 400],
    ['..%2f..', 0, 0, 400],
  ])('an upload to %s/%s?offset=%s is %d', async (importId, file, offset, status) => {
    const answer = await putChunk(core, importId, file, offset, new Uint8Array(3));
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ error: { message: expect.stringMatching(/^[A-Z].*\.$/) } });
  });

  test('health answers', async () => {
    const answer = await core.http(new Request(`${ORIGIN}/api/health`));
    expect([answer.status, await answer.json()]).toEqual([200, { ok: true }]);
  });
});
