import * as z from 'zod';
import { contentHash } from '../../../ml/narratives/content-hash.ts';
import { pseudonym } from '../../../ml/narratives/pseudonym.ts';
import { collect } from '../../shared/collect.ts';
import { type TrainingLayout, trainingContentType } from '../../shared/narratives/training-layout.ts';
import type { ErasableItems } from '../../shared/ports/erasable-items.ts';
import type { ErasableObjects, ErasableVersion } from '../../shared/ports/erasable-objects.ts';
import type { PersonKey } from '../../shared/ports/person-key.ts';
import type { ErasureStep, ErasureWork } from '../erasure-step.ts';
import { type RewriteDeps, rewriteObject } from './rewrite-object.ts';

export interface NarrativesStepDeps extends RewriteDeps {
  readonly layout: TrainingLayout;
  readonly personKey: PersonKey;
  /** Of the table of training examples. */
  readonly claims: ErasableItems;
}

const Line = z.object({ metadata: z.object({ user_id: z.string() }) });
const Entry = z.object({
  request: z.object({
    narrative: z.string(),
    sourceMetadata: z.object({ userId: z.string(), key: z.string() }),
  }),
});

/**
 * Training lines that carry the person's pseudonym, in files and in parts, and what was set aside. The key that makes
 * the pseudonym is destroyed at the very end: until then it finds the lines.
 */
export const makeNarrativesStep = (deps: NarrativesStepDeps): ErasureStep => ({
  name: 'narratives',
  erase: async (work) => {
    const key = await deps.personKey.find(work.userId);
    // With pseudonyms switched off, lines carry the id itself.
    const ids = new Set([work.userId, ...(key === undefined ? [] : [pseudonym(key, 'user', work.userId)])]);
    const inParts = await cleanParts(deps, ids);
    const inFiles = await cleanFiles(deps, ids, work);
    return { removed: { lines: inParts + inFiles, ...(await cleanQuarantine(deps, work.userId)) } };
  },
  finish: (userId) => deps.personKey.destroy(userId),
});

const isOf = (ids: ReadonlySet<string>, line: string): boolean => {
  if (![...ids].some((id) => line.includes(id) || line.includes(JSON.stringify(id).slice(1, -1))))
    return false;
  try {
    const parsed = Line.safeParse(JSON.parse(line));
    return parsed.success && ids.has(parsed.data.metadata.user_id);
  } catch {
    return false;
  }
};

interface Sorted {
  readonly kept: string;
  readonly removed: number;
}

const sortLines = (text: string, ids: ReadonlySet<string>): Sorted => {
  const lines = text.split('\n');
  const kept = lines.filter((line) => line === '' || !isOf(ids, line));
  return { kept: kept.join('\n'), removed: lines.length - kept.length };
};

const readLines = async (
  objects: ErasableObjects,
  version: ErasableVersion,
  ids: ReadonlySet<string>,
): Promise<Sorted> => {
  const bytes = await objects.read(version);
  return bytes === undefined ? { kept: '', removed: 0 } : sortLines(Buffer.from(bytes).toString('utf8'), ids);
};

/** Parts are written once and deleted when they are folded, so each version of each is looked at. */
const cleanParts = async (deps: NarrativesStepDeps, ids: ReadonlySet<string>): Promise<number> => {
  let removed = 0;
  for await (const version of deps.objects.versions(deps.layout.parts)) {
    if (version.isMarker) continue;
    const sorted = await readLines(deps.objects, version, ids);
    if (sorted.removed === 0) continue;
    removed += sorted.removed;
    // An empty part is one that was closed: it holds nothing, and nobody writes it again.
    if (version.isLatest) {
      await rewriteObject(deps, [version], { body: sorted.kept, contentType: trainingContentType });
    } else await deps.objects.remove([version]);
  }
  return removed;
};

/** Files only ever grow: what the newest version does not hold, no earlier one does, unless it was rewritten by us. */
const cleanFiles = async (
  deps: NarrativesStepDeps,
  ids: ReadonlySet<string>,
  { touched, touch }: ErasureWork,
): Promise<number> => {
  const versions = await collect(deps.objects.versions(deps.layout.files));
  let removed = 0;
  for (const [key, ofKey] of Map.groupBy(versions, (version) => version.key)) {
    const newest = ofKey.find(({ isMarker }) => !isMarker);
    if (newest === undefined) continue;
    const sorted = await readLines(deps.objects, newest, ids);
    const earlier = ofKey.filter((version) => version !== newest && !version.isMarker);
    if (sorted.removed === 0) {
      if (touched.has(key)) await deps.objects.remove(earlier);
      continue;
    }
    await touch([key]);
    removed += sorted.removed;
    await deps.objects.remove(earlier);
    if (newest.isLatest) {
      await rewriteObject(deps, [newest], { body: sorted.kept, contentType: trainingContentType });
    } else await deps.objects.remove([newest]);
  }
  return removed;
};

const cleanQuarantine = async (
  { objects, claims }: NarrativesStepDeps,
  userId: string,
): Promise<{ readonly entries: number; readonly claims: number }> => {
  const removed = { entries: 0, claims: 0 };
  for await (const version of objects.versions('quarantine/')) {
    if (version.isMarker || version.key.startsWith('quarantine/exports/')) continue;
    const entry = parseEntry(await objects.read(version));
    if (entry?.request.sourceMetadata.userId !== userId) continue;
    const { narrative, sourceMetadata } = entry.request;
    removed.claims += await claims.removePartition(`CLAIM#${contentHash(narrative, sourceMetadata.key)}`);
    await objects.remove([version]);
    removed.entries += 1;
  }
  return removed;
};

const parseEntry = (bytes: Uint8Array | undefined): z.infer<typeof Entry> | undefined => {
  if (bytes === undefined) return undefined;
  try {
    return Entry.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data;
  } catch {
    return undefined;
  }
};
