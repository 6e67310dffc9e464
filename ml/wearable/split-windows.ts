import { InsufficientDataError } from '../insufficient-data-error.ts';
import type { Random } from '../random/seeded-random.ts';
import { selectWindows, type Windows } from './windows.ts';

export interface SplitOptions {
  /** Of the windows that go to validation, above 0, below 1. @default 0.2 */
  readonly validationShare?: number;
  /** Decides which users are held back. */
  readonly random: Random;
}

export interface WindowSplit {
  readonly train: Windows;
  readonly validation: Windows;
}

const indicesWhere = ({ count }: Windows, isWanted: (window: number) => boolean): number[] =>
  Array.from({ length: count }, (_, window) => window).filter(isWanted);

/** Users in random order until they have about the share that is asked for; one at least on either side. */
const heldBackUsers = (windows: Windows, share: number, random: Random): ReadonlySet<string> => {
  const counts = new Map<string, number>();
  for (const user of windows.users) counts.set(user, (counts.get(user) ?? 0) + 1);
  const heldBack = new Set<string>();
  let held = 0;
  for (const [user, count] of random.shuffle([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))) {
    const isTooMany = held + count / 2 > share * windows.count;
    if (heldBack.size > 0 && (isTooMany || heldBack.size === counts.size - 1)) break;
    heldBack.add(user);
    held += count;
  }
  return heldBack;
};

/**
 * Splits windows for training and validation: by user, or for a single user by time, the latest windows for
 * validation with at least one window's length left out between, so that no sample is on both sides.
 *
 * @param windows - at least two that do not overlap
 * @param options - share and chance
 * @throws {InsufficientDataError} when one side would be empty
 */
export const splitWindows = (
  windows: Windows,
  { validationShare = 0.2, random }: SplitOptions,
): WindowSplit => {
  const users = new Set(windows.users);
  const split = users.size > 1 ? splitByUser : splitByTime;
  const { train, validation } = split(windows, validationShare, random);
  if (train.count === 0 || validation.count === 0) {
    throw new InsufficientDataError(
      `${windows.count} windows of ${users.size} users are too few for training and validation; bring more samples.`,
      { windows: windows.count, users: users.size },
    );
  }
  return { train, validation };
};

const splitByUser = (windows: Windows, share: number, random: Random): WindowSplit => {
  const heldBack = heldBackUsers(windows, share, random);
  const isHeldBack = (window: number) => heldBack.has(windows.users[window]!);
  return {
    train: selectWindows(
      windows,
      indicesWhere(windows, (window) => !isHeldBack(window)),
    ),
    validation: selectWindows(windows, indicesWhere(windows, isHeldBack)),
  };
};

const splitByTime = (windows: Windows, share: number): WindowSplit => {
  const order = indicesWhere(windows, () => true).sort((a, b) => windows.endsMs[a]! - windows.endsMs[b]!);
  const firstHeldBack = order[Math.floor(order.length * (1 - share))];
  if (firstHeldBack === undefined) return { train: windows, validation: selectWindows(windows, []) };
  const startMs = windows.startsMs[firstHeldBack]!;
  const windowMs = windows.endsMs[firstHeldBack]! - startMs;
  const endMs = windows.endsMs[firstHeldBack]!;
  return {
    train: selectWindows(
      windows,
      indicesWhere(windows, (window) => windows.endsMs[window]! < startMs - windowMs),
    ),
    validation: selectWindows(
      windows,
      indicesWhere(windows, (window) => windows.endsMs[window]! >= endMs),
    ),
  };
};
