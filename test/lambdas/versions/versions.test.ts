import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datasetFigures } from '../../../lambdas/serve-data-preparation/dashboard/dataset-figures.ts';
import { mapWithLimit } from '../../../lambdas/shared/map-with-limit.ts';
import { makePrepareVersion } from '../../../lambdas/shared/versions/prepare-version.ts';
import { makeRebuildWithout } from '../../../lambdas/shared/versions/rebuild-without.ts';
import { personKeyOf } from '../../../ml/datasets/versions/pseudonyms.ts';
import { startDynamoDb } from '../support/start-dynamodb.ts';
import { type Database, requestOf, someRows, versionWorld } from './version-world.ts';

let database: Database;
beforeAll(async () => {
  database = await startDynamoDb();
});
afterAll(() => database.close());

const setUp = () => {
  const world = versionWorld(database);
  return {
    ...world,
    prepare: makePrepareVersion(world.deps),
    rebuildWithout: makeRebuildWithout(world.deps),
    versionsOf: async (datasetId: string) =>
      (await world.deps.rows.list(datasetId)).map(({ version, state }) => `${version} ${state}`),
  };
};

describe('making versions', () => {
  it('answers content that is a version already with that version', async () => {
    const { prepare, advance, versionsOf } = setUp();
    const first = await prepare(requestOf('same', someRows(9)));
    advance(1e9);
    const again = await prepare(requestOf('same', someRows(9).toReversed(), { reason: 'once more' }));
    expect(first.isNew).toBe(true);
    expect(again).toEqual({ ...first, isNew: false });
    expect(await versionsOf('same')).toEqual(['1.0.0 current']);
  });

  it('numbers by what is new', async () => {
    const { prepare } = setUp();
    const versionOf = async (...request: Parameters<typeof requestOf>) =>
      (await prepare(requestOf(...request))).row;
    expect(await versionOf('grows', someRows(9))).toMatchObject({ version: '1.0.0', because: 'first' });
    expect(await versionOf('grows', someRows(10))).toMatchObject({ version: '1.1.0', because: 'rows' });
    expect(await versionOf('grows', someRows(10, { more: 1 }))).toMatchObject({
      version: '2.0.0',
      because: 'schema',
    });
    const fewer = someRows(10, { more: 1 }).slice(1);
    expect(await versionOf('grows', fewer)).toMatchObject({
      version: '2.0.1',
      because: 'rebuild',
      parent: '2.0.0',
    });
    const override = { bump: 'major', reason: 'the source is another' } as const;
    const overridden = await prepare(requestOf('grows', someRows(12, { more: 1 }), { override }));
    expect(overridden.row).toMatchObject({ version: '3.0.0', because: 'override' });
    expect(overridden.manifest.step).toMatchObject({ overrideReason: 'the source is another' });
  });

  it('gives two builders at once two numbers, and one number where they build the same', async () => {
    const { prepare, versionsOf } = setUp();
    const sizes = [5, 6, 7, 8, 9, 9, 9];
    const stored = await Promise.all(sizes.map((people) => prepare(requestOf('race', someRows(people)))));
    expect(new Set(stored.slice(0, 5).map(({ row }) => row.version)).size).toBe(5);
    expect(new Set(stored.slice(4).map(({ row }) => row.version)).size).toBe(1);
    expect(await versionsOf('race')).toHaveLength(5);
  });

  it('leaves out who was erased or keeps their data out, and says how many', async () => {
    const { prepare, erased, consents, current } = setUp();
    erased.add('person-1 of consent');
    consents.set('person-2 of consent', 'opted-out');
    const { manifest } = await prepare(requestOf('consent', someRows(9)));
    expect(manifest.inputs.excluded).toEqual({ erased: 1, 'opted-out': 1 });
    expect(manifest.statistics).toMatchObject({ rows: 14, samples: 7 });
    expect([...current.values()].map(({ body }) => body.toString()).join('')).not.toContain('person-');
  });

  it('pages a thousand versions', async () => {
    const { deps, prepare } = setUp();
    const { row } = await prepare(requestOf('many', someRows(4)));
    const others = Array.from({ length: 999 }, (_, place) => ({
      ...row,
      sequence: place + 2,
      version: `1.${place + 1}.0`,
    }));
    await mapWithLimit(others, 20, (other) => deps.rows.add(other));
    const seen: string[] = [];
    let before: number | undefined;
    let pages = 0;
    do {
      const page = await deps.rows.page('many', { limit: 100, before });
      seen.push(...page.rows.map(({ version }) => version));
      before = page.next;
      pages += 1;
    } while (before !== undefined);
    expect(pages).toBeLessThanOrEqual(11);
    expect(seen).toEqual(Array.from({ length: 1000 }, (_, place) => `1.${999 - place}.0`));
    expect(await deps.rows.list('many')).toHaveLength(1000);
  });
});

describe('erasure', () => {
  it('builds every version again without the person, and names the models that learned from them', async () => {
    const { prepare, rebuildWithout, deps, current, erased, versionsOf } = setUp();
    const first = await prepare(requestOf('erase', someRows(9)));
    const second = await prepare(requestOf('erase', someRows(12)));
    await prepare(requestOf('untouched', someRows(9)));
    const model = { datasetId: 'erase', version: '1.0.0', modelName: 'churn', modelVersion: '3' };
    await deps.rows.recordModel(model);
    await deps.rows.recordModel({ ...model, datasetId: 'untouched' });
    const gone = 'person-3 of erase';
    const [lineage] = await deps.lineage.of(personKeyOf('the secret', gone));
    erased.add(gone);
    expect(await rebuildWithout([gone])).toEqual({
      versions: expect.arrayContaining([
        { datasetId: 'erase', from: '1.0.0', to: '1.0.1' },
        { datasetId: 'erase', from: '1.1.0', to: '1.1.1' },
      ]),
      models: [model],
    });
    expect(await versionsOf('erase')).toEqual([
      '1.0.0 superseded',
      '1.1.0 superseded',
      expect.stringMatching(/^1\.[01]\.1 current$/),
      expect.stringMatching(/^1\.[01]\.1 current$/),
    ]);
    expect(await versionsOf('untouched')).toEqual(['1.0.0 current']);
    const everything = [...current.values()].map(({ body }) => body.toString()).join('');
    expect(everything).not.toContain(lineage?.sampleId);
    expect(everything).not.toContain(first.row.contentHash);
    expect(everything).not.toContain(second.row.contentHash);
    expect(await deps.lineage.of(personKeyOf('the secret', gone))).toEqual([]);
    const rebuilt = (await deps.rows.list('erase')).find(({ version }) => version === '1.1.1');
    expect(rebuilt).toMatchObject({ rows: 22, samples: 11, parent: '1.1.0' });
    // The others are found in what was built again.
    expect(await deps.lineage.peopleIn('erase', rebuilt?.contentHash ?? '')).toHaveLength(11);
    expect(await rebuildWithout([gone])).toEqual({ versions: [], models: [] });
  });

  it('leaves the highest number the latest, though a patch of an older one came after it', async () => {
    const { prepare, rebuildWithout, deps } = setUp();
    const gone = 'person-0 of patched';
    await prepare(requestOf('patched', someRows(14)));
    const without = requestOf('patched', someRows(14, { more: 1 }));
    await prepare({ ...without, rows: without.rows.filter(({ person }) => person !== gone) });
    await rebuildWithout([gone]);
    expect((await deps.rows.list('patched')).map(({ version }) => version)).toEqual([
      '1.0.0',
      '2.0.0',
      '1.0.1',
    ]);
    // The datasets of the other tests are in the same tables, and their objects are gone.
    const figures = await datasetFigures(deps);
    expect(figures.find(({ datasetId }) => datasetId === 'patched')?.latest?.version).toBe('2.0.0');
  });

  it('ends a version that too few are left for', async () => {
    const { prepare, rebuildWithout, versionsOf } = setUp();
    await prepare(requestOf('two', someRows(2)));
    expect(await rebuildWithout(['person-0 of two'])).toMatchObject({
      versions: [{ datasetId: 'two', from: '1.0.0' }],
    });
    expect(await versionsOf('two')).toEqual(['1.0.0 superseded']);
    const next = await prepare(requestOf('two', someRows(5)));
    expect(next.row.version).toBe('2.0.0');
  });

  it('stops a version whose person is erased while it is prepared, whenever that happens', async () => {
    for (let at = 0; ; at += 1) {
      const { prepare, rebuildWithout, deps, current, erased } = setUp();
      const datasetId = `between-${at}`;
      const person = `person-1 of ${datasetId}`;
      let calls = 0;
      let hasErased = false;
      const erase = async () => {
        if (calls++ !== at) return;
        hasErased = true;
        erased.add(person);
        await rebuildWithout([person]);
      };
      const rows = new Proxy(deps.rows, interruptedBy(erase));
      const lineage = new Proxy(deps.lineage, interruptedBy(erase));
      const objects = new Proxy(deps.objects, interruptedBy(erase));
      await makePrepareVersion({ ...deps, rows, lineage, objects })(requestOf(datasetId, someRows(6))).catch(
        (error: unknown) => expect(error).toMatchObject({ code: 'erased-meanwhile' }),
      );
      if (!hasErased) {
        expect(at).toBeGreaterThan(5);
        break;
      }
      for (const row of await deps.rows.list(datasetId)) {
        expect(row.state === 'superseded' || row.samples === 5, `at ${at}`).toBe(true);
      }
      // Who asks again gets one without them.
      const { row } = await prepare(requestOf(datasetId, someRows(6)));
      expect(row).toMatchObject({ state: 'current', samples: 5 });
      const raw = [...current.values()].map(({ body }) => body.toString()).join('');
      const mine = await deps.lineage.of(personKeyOf('the secret', person));
      expect(mine.filter((entry) => entry.datasetId === datasetId)).toEqual([]);
      expect(raw.length).toBeGreaterThan(0);
    }
  });
});

/** Does something before each call of a port. */
const interruptedBy = <Port extends object>(before: () => Promise<void>): ProxyHandler<Port> => ({
  get: (target, method) => {
    const original: unknown = Reflect.get(target, method);
    if (typeof original !== 'function') return original;
    return async (...args: unknown[]) => {
      await before();
      return Reflect.apply(original, target, args);
    };
  },
});
