import { describe, expect, it } from 'vitest';
import { objectKey } from '../../../lambdas/shared/versions/content-objects.ts';
import {
  makePrepareVersion,
  type PrepareVersionDeps,
} from '../../../lambdas/shared/versions/prepare-version.ts';
import { readManifest } from '../../../lambdas/shared/versions/read-manifest.ts';
import { makeRebuildWithout } from '../../../lambdas/shared/versions/rebuild-without.ts';
import { memoryLineage, memoryRows } from './memory-versions.ts';
import { requestOf, someRows, storedWorld } from './version-world.ts';

type Moment = 'before' | 'after';

/** The same ports, of which one call fails: before it did anything, or after it did all. */
const failingAt = (deps: PrepareVersionDeps, at: number, moment: Moment) => {
  const state = { calls: 0 };
  const failing = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get: (target, method) => {
        const original: unknown = Reflect.get(target, method);
        if (typeof original !== 'function') return original;
        return async (...args: unknown[]) => {
          const isNow = state.calls++ === at;
          if (isNow && moment === 'before') throw new Error('the call failed');
          const answer: unknown = await Reflect.apply(original, target, args);
          if (isNow) throw new Error('the answer was lost');
          return answer;
        };
      },
    });
  return {
    state,
    deps: {
      ...deps,
      rows: failing(deps.rows),
      lineage: failing(deps.lineage),
      objects: failing(deps.objects),
      objectVersions: failing(deps.objectVersions),
      erased: failing(deps.erased),
    },
  };
};

describe.each(['before', 'after'] as const)('a call that fails %s its effect', (moment) => {
  it('never leaves half a version in the list, and a repeat ends in one whole version', async () => {
    let calls = Number.POSITIVE_INFINITY;
    for (let at = 0; at < calls; at += 1) {
      const world = storedWorld({ rows: memoryRows(), lineage: memoryLineage() });
      const datasetId = `fault-${moment}-${at}`;
      await makePrepareVersion(world.deps)(requestOf(datasetId, someRows(5)));
      const request = requestOf(datasetId, someRows(7));
      const shaken = failingAt(world.deps, at, moment);
      const failed = await makePrepareVersion(shaken.deps)(request).then(
        () => false,
        () => true,
      );
      calls = failed ? calls : at;
      await everyVersionIsWhole(world.deps, datasetId);
      const { row } = await makePrepareVersion(world.deps)(request);
      expect(row.version, `call ${at}`).toBe('1.1.0');
      expect((await world.deps.rows.list(datasetId)).map(({ version }) => version)).toEqual([
        '1.0.0',
        '1.1.0',
      ]);
      await everyVersionIsWhole(world.deps, datasetId);
    }
    expect(calls).toBeGreaterThan(10);
  });

  it('leaves erasure to a repeat, which ends it', async () => {
    let calls = Number.POSITIVE_INFINITY;
    for (let at = 0; at < calls; at += 1) {
      const world = storedWorld({ rows: memoryRows(), lineage: memoryLineage() });
      const datasetId = `erase-${moment}-${at}`;
      const person = `person-0 of ${datasetId}`;
      await makePrepareVersion(world.deps)(requestOf(datasetId, someRows(6)));
      const shaken = failingAt(world.deps, at, moment);
      const failed = await makeRebuildWithout(shaken.deps)([person]).then(
        () => false,
        () => true,
      );
      calls = failed ? calls : at;
      await makeRebuildWithout(world.deps)([person]);
      const versions = await world.deps.rows.list(datasetId);
      expect(
        versions.map(({ version, state }) => `${version} ${state}`),
        `call ${at}`,
      ).toEqual(['1.0.0 superseded', '1.0.1 current']);
      await everyVersionIsWhole(world.deps, datasetId);
      expect(await world.deps.rows.contents(datasetId)).toHaveLength(1);
    }
    expect(calls).toBeGreaterThan(10);
  });
});

const everyVersionIsWhole = async ({ rows, objects }: PrepareVersionDeps, datasetId: string) => {
  for (const row of await rows.list(datasetId)) {
    if (row.state !== 'current') continue;
    const manifest = await readManifest({ objects }, row);
    expect(manifest).toMatchObject({ version: row.version, contentHash: row.contentHash });
    for (const { sha256 } of manifest.files) {
      expect(await objects.head(objectKey(datasetId, sha256))).toBeDefined();
    }
  }
};
