/** An amount (steps, kcal) counted over a stretch of time, `startMs` ≤ t < `endMs`, by one source. */
export interface AmountInterval {
  readonly source: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly offsetMinutes: number | null;
  readonly amount: number;
}

/** A piece of an interval that no other one has counted, with its share of the amount. */
export interface CountedPiece {
  readonly startMs: number;
  readonly endMs: number;
  readonly offsetMinutes: number | null;
  readonly amount: number;
}

interface Span {
  readonly startMs: number;
  readonly endMs: number;
}

/**
 * Amounts of overlapping intervals with every moment counted once.
 *
 * Phone, watch and ring count the same steps. Sources are ranked by the time they cover, then by name; the first is
 * taken whole, and each further one only for the time that those before it leave open, its amount shared out
 * evenly over its interval. Within a source the interval that starts first wins, of two that start together the
 * longer. Health Connect's own aggregation resolves overlaps in the same way, by a priority list that an export does
 * not carry. O(n log n) for each source.
 *
 * @param intervals - each of some length, in any order; not mutated
 * @returns disjoint, in order of source rank and time; the amounts never add up to more than those given
 * @example
 * mergeIntervals([{ source: 'a', startMs: 0, endMs: 100, offsetMinutes: 0, amount: 50 }, { source: 'b', startMs: 50, endMs: 100, offsetMinutes: 0, amount: 40 }]) // => [{ startMs: 0, endMs: 100, offsetMinutes: 0, amount: 50 }]
 */
export const mergeIntervals = (intervals: readonly AmountInterval[]): readonly CountedPiece[] => {
  let covered: readonly Span[] = [];
  const pieces: CountedPiece[] = [];
  for (const ofSource of rankedSources(intervals)) {
    const own = withoutSelfOverlap(ofSource);
    pieces.push(...subtract(own, covered));
    covered = union([...covered, ...own]);
  }
  return pieces;
};

const inOrder = <T extends Span>(spans: readonly T[]): T[] =>
  spans.toSorted((a, b) => a.startMs - b.startMs || b.endMs - a.endMs);

const rankedSources = (intervals: readonly AmountInterval[]): readonly (readonly AmountInterval[])[] => {
  const bySource = Map.groupBy(intervals, ({ source }) => source);
  const coverage = new Map([...bySource].map(([source, own]) => [source, totalLength(union(own))]));
  return [...bySource]
    .sort(([a], [b]) => coverage.get(b)! - coverage.get(a)! || (a < b ? -1 : 1))
    .map(([, own]) => own);
};

const totalLength = (spans: readonly Span[]) =>
  spans.reduce((total, { startMs, endMs }) => total + endMs - startMs, 0);

const union = (spans: readonly Span[]): readonly Span[] => {
  const merged: { startMs: number; endMs: number }[] = [];
  for (const { startMs, endMs } of inOrder(spans)) {
    const last = merged.at(-1);
    if (last !== undefined && startMs <= last.endMs) last.endMs = Math.max(last.endMs, endMs);
    else merged.push({ startMs, endMs });
  }
  return merged;
};

/** A part of a piece, with the share of the amount that its length is. */
const cut = (piece: CountedPiece, { startMs, endMs }: Span): CountedPiece => ({
  startMs,
  endMs,
  offsetMinutes: piece.offsetMinutes,
  amount: (piece.amount * (endMs - startMs)) / (piece.endMs - piece.startMs),
});

const withoutSelfOverlap = (intervals: readonly AmountInterval[]): readonly CountedPiece[] => {
  const pieces: CountedPiece[] = [];
  let reached = Number.NEGATIVE_INFINITY;
  for (const interval of inOrder(intervals)) {
    if (interval.endMs <= reached) continue;
    pieces.push(cut(interval, { startMs: Math.max(interval.startMs, reached), endMs: interval.endMs }));
    reached = interval.endMs;
  }
  return pieces;
};

/** Both ascending and each disjoint. */
const subtract = (pieces: readonly CountedPiece[], covered: readonly Span[]): readonly CountedPiece[] => {
  const open: CountedPiece[] = [];
  let next = 0;
  for (const piece of pieces) {
    while (next < covered.length && covered[next]!.endMs <= piece.startMs) next += 1;
    let from = piece.startMs;
    for (let i = next; i < covered.length && covered[i]!.startMs < piece.endMs; i += 1) {
      const { startMs, endMs } = covered[i]!;
      if (startMs > from) open.push(cut(piece, { startMs: from, endMs: startMs }));
      from = Math.max(from, endMs);
    }
    if (from < piece.endMs) open.push(cut(piece, { startMs: from, endMs: piece.endMs }));
  }
  return open;
};
