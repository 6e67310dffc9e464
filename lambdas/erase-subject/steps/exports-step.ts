import { createHash } from 'node:crypto';
import type { InflateRaw } from '../../../ml/narratives/avro/avro-outcome.ts';
import { contentHash } from '../../../ml/narratives/content-hash.ts';
import { parseRawKey } from '../../../ml/narratives/source-key.ts';
import { judgeExport } from '../../import-health-records/judge-export.ts';
import { rawPrefix } from '../../import-health-records/owner-of-export.ts';
import { collect } from '../../shared/collect.ts';
import { mapWithLimit } from '../../shared/map-with-limit.ts';
import type { ErasableItems } from '../../shared/ports/erasable-items.ts';
import type { ErasableObjects, ErasableVersion } from '../../shared/ports/erasable-objects.ts';
import type { ErasureStep } from '../erasure-step.ts';

export interface ExportsStepDeps {
  readonly objects: ErasableObjects;
  /** Of the table of training examples. */
  readonly claims: ErasableItems;
  readonly inflateRaw: InflateRaw;
}

const looksAtOnce = 32;
const entriesPrefix = 'quarantine/exports/';

interface Export {
  readonly version: ErasableVersion;
  /** Without quotes. */
  readonly etag: string;
}

/** Health exports as they came, what was set aside of them, and the claims of the lines that they became. */
export const makeExportsStep = (deps: ExportsStepDeps): ErasureStep => ({
  name: 'exports',
  erase: async ({ userId }) => {
    const versions = await collect(deps.objects.versions(rawPrefix));
    const theirs = await exportsOf(deps.objects, versions, userId);
    let claims = 0;
    for (const { version } of theirs) claims += await removeClaim(deps, version, userId);
    const entries = await entriesAbout(deps.objects, theirs);
    await deps.objects.remove(entries);
    const keys = new Set(theirs.map(({ version }) => version.key));
    const named = (key: string) => parseRawKey(key, rawPrefix)?.userId === userId;
    const markers = versions.filter(({ isMarker, key }) => isMarker && (keys.has(key) || named(key)));
    await deps.objects.remove([...theirs.map(({ version }) => version), ...markers]);
    return { removed: { files: theirs.length, markers: markers.length, entries: entries.length, claims } };
  },
});

/** Theirs by name or by metadata, also where the two name different people. */
const exportsOf = async (
  objects: ErasableObjects,
  versions: readonly ErasableVersion[],
  userId: string,
): Promise<readonly Export[]> => {
  const found = await mapWithLimit(
    versions.filter(({ isMarker }) => !isMarker),
    looksAtOnce,
    async (version) => {
      const described = await objects.describe(version);
      const owners = [parseRawKey(version.key, rawPrefix)?.userId, described?.metadata['user-id']];
      return owners.includes(userId) ? [{ version, etag: (described?.etag ?? '').replaceAll('"', '') }] : [];
    },
  );
  return found.flat();
};

/** A claim is named by a hash of the narrative and the key, and the file gives the narrative once more. */
const removeClaim = async (
  { objects, claims, inflateRaw }: ExportsStepDeps,
  version: ErasableVersion,
  userId: string,
): Promise<number> => {
  const bytes = await objects.read(version);
  if (bytes === undefined) return 0;
  const file = { state: 'found' as const, bytes, metadata: { 'user-id': userId } };
  const judged = judgeExport(version.key, file, inflateRaw);
  if (!judged.ok) return 0;
  return claims.removePartition(`CLAIM#${contentHash(judged.narrative.narrative, version.key)}`);
};

const entriesAbout = async (
  objects: ErasableObjects,
  exports: readonly Export[],
): Promise<readonly ErasableVersion[]> => {
  const names = new Set(
    exports.map(({ version, etag }) =>
      createHash('sha256').update(`${version.key}::${etag}`.toWellFormed()).digest('hex'),
    ),
  );
  const entries: ErasableVersion[] = [];
  if (names.size === 0) return entries;
  for await (const entry of objects.versions(entriesPrefix)) {
    if (names.has(entry.key.slice(entry.key.lastIndexOf('/') + 1).replace(/\.json$/, '')))
      entries.push(entry);
  }
  return entries;
};
