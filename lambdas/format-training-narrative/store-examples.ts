import type { LineOutcome } from '../../ml/narratives/line/line-outcome.ts';
import { mapWithLimit } from '../shared/map-with-limit.ts';
import type { TrainingMonth } from '../shared/narratives/training-month.ts';
import type { Telemetry } from '../shared/ports/telemetry.ts';
import { type FormatOutcome, failed } from './format-outcome.ts';
import type { StoreDeps, StoreOutcome } from './storable-line.ts';
import { storeLines, storeUnchecked } from './store-lines.ts';

export type Example = Extract<LineOutcome, { readonly ok: true }>;

export interface StoreExamplesDeps extends StoreDeps {
  readonly telemetry: Telemetry;
  /** False: every example is written, also the same one again. */
  readonly deduplicate: boolean;
  /** A batch that has more becomes several parts. */
  readonly maxPartBytes: number;
}

/** The part that an example goes into, or what became of it. */
type Fate = StoreOutcome | typeof failed;

const partsAtOnce = 4;

/**
 * Writes examples into the parts of their domains.
 *
 * @param month - that the lines say they were processed in, such as `2025-11`
 * @returns outcomes in their order; where storing failed it says so, and the rest is stored all the same
 */
export const storeExamples = async (
  deps: StoreExamplesDeps,
  month: string,
  examples: readonly Example[],
): Promise<readonly FormatOutcome[]> => {
  const first = new Map<string, number>();
  for (const [index, { contentHash }] of examples.entries()) {
    if (!first.has(contentHash)) first.set(contentHash, index);
  }
  const isRepeat = (index: number) => deps.deduplicate && first.get(examples[index]!.contentHash) !== index;
  const own = examples.map((_, index) => index).filter((index) => !isRepeat(index));
  const batches = [...Map.groupBy(own, (index) => examples[index]!.domain)].flatMap(([domain, indices]) =>
    inParts(indices, { examples, maxBytes: deps.maxPartBytes }).map((part) => ({ domain, part })),
  );

  const fates = new Map<number, Fate>();
  await mapWithLimit(batches, partsAtOnce, async ({ domain, part }) => {
    const lines = part.map((index) => examples[index]!);
    const stored = await storeBatch(deps, { domain, month }, lines);
    for (const [at, index] of part.entries()) fates.set(index, stored[at] ?? failed);
  });
  return examples.map((example, index) => {
    const fate = fates.get(first.get(example.contentHash) ?? index) ?? failed;
    if (!isRepeat(index)) return asOutcome(example, fates.get(index) ?? failed);
    // A repeat of what is not settled is not settled either.
    return fate.success ? { success: false, reason: 'duplicate' } : fate;
  });
};

const asOutcome = ({ domain, masked }: Example, fate: Fate): FormatOutcome =>
  fate.success ? { success: true, healthDomain: domain, partKey: fate.partKey, masked } : fate;

const inParts = (
  indices: readonly number[],
  { examples, maxBytes }: { readonly examples: readonly Example[]; readonly maxBytes: number },
): readonly (readonly number[])[] => {
  const parts: number[][] = [];
  let bytes = 0;
  for (const index of indices) {
    const size = Buffer.byteLength(examples[index]!.line);
    const last = parts.at(-1);
    if (last === undefined || bytes + size > maxBytes) {
      parts.push([index]);
      bytes = size;
    } else {
      last.push(index);
      bytes += size;
    }
  }
  return parts;
};

const storeBatch = async (
  deps: StoreExamplesDeps,
  month: TrainingMonth,
  lines: readonly Example[],
): Promise<readonly Fate[]> => {
  try {
    if (deps.deduplicate) return await storeLines(deps, month, lines);
    const partKey = await storeUnchecked(deps, month, lines);
    return lines.map(() => ({ success: true, partKey }));
  } catch (error) {
    deps.telemetry.error('training lines could not be stored', error, { lines: lines.length });
    return lines.map(() => failed);
  }
};
