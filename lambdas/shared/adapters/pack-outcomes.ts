import * as z from 'zod';
import type { ScoredOutcomes } from '../../../ml/evaluation/scored-outcomes.ts';

/** Outcomes as they lie in a row: a byte a label, eight a score, four a person. */
export const PackedOutcomes = z.object({
  labels: z.instanceof(Uint8Array),
  scores: z.instanceof(Uint8Array),
  persons: z.instanceof(Uint8Array).optional(),
});
export type PackedOutcomes = z.infer<typeof PackedOutcomes>;

const bytesOf = (numbers: Float64Array | Uint32Array) =>
  Uint8Array.from(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));

/** 20,000 rows take 260 kB of the 400 kB that an item may have. */
export const packOutcomes = ({ labels, scores, persons }: ScoredOutcomes): PackedOutcomes => ({
  labels: Uint8Array.from(labels),
  scores: bytesOf(Float64Array.from(scores)),
  ...(persons !== undefined && { persons: bytesOf(Uint32Array.from(persons)) }),
});

export const unpackOutcomes = (packed: PackedOutcomes): ScoredOutcomes => {
  const { labels, scores, persons } = packed;
  return {
    labels: Array.from(labels, (label) => (label === 1 ? 1 : 0)),
    // Copied, since a view needs bytes that begin at a multiple of its width.
    scores: [...new Float64Array(scores.slice().buffer)],
    ...(persons !== undefined && { persons: [...new Uint32Array(persons.slice().buffer)] }),
  };
};
