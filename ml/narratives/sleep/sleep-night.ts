import { localTime } from '../local-time.ts';
import type { SleepSessionRecord } from '../records/sleep-session-record.ts';

const msPerMinute = 60_000;
const asleep = new Set(['sleeping', 'light', 'deep', 'rem']);

/** Minutes of one sleep, from the session that was chosen for it. */
export interface SleepNight {
  readonly startMs: number;
  readonly inBedMinutes: number;
  /** Minutes asleep by stages; null without stages. */
  readonly asleepMinutes: number | null;
  readonly deepMinutes: number;
  readonly remMinutes: number;
  readonly lightMinutes: number;
  /** The waking date, in days since 1970-01-01. */
  readonly wakingDay: number;
  /** Minutes since the midnight before the waking date's noon; negative before midnight. */
  readonly bedtimeMinute: number;
  readonly wakingMinute: number;
  /** Other sessions over the same time, which were not added. */
  readonly overlapping: number;
  readonly isTimeKnown: boolean;
}

/**
 * One sleep from each group of sessions that overlap: two wearables that watch one night are one night. The session
 * with stages is taken before one without, then the longer, then the first by id.
 *
 * Stages are cut to the session and to each other, so that no minute counts twice.
 *
 * @param sessions - in any order; not mutated
 * @returns ascending in time
 */
export const sleepNights = (sessions: readonly SleepSessionRecord[]): readonly SleepNight[] => {
  const groups: SleepSessionRecord[][] = [];
  let groupEnds = Number.NEGATIVE_INFINITY;
  for (const session of sessions.toSorted((a, b) => a.startMs - b.startMs)) {
    if (session.startMs < groupEnds) groups.at(-1)!.push(session);
    else groups.push([session]);
    groupEnds = Math.max(groupEnds, session.endMs);
  }
  return groups.map((group) => toNight(group.toSorted(byPreference)[0]!, group.length - 1));
};

const lengthOf = (session: SleepSessionRecord) => session.endMs - session.startMs;

const byPreference = (a: SleepSessionRecord, b: SleepSessionRecord) =>
  Number(hasStages(b)) - Number(hasStages(a)) || lengthOf(b) - lengthOf(a) || (a.id < b.id ? -1 : 1);

/** Unknown stages tell nothing apart. */
const hasStages = ({ stages }: SleepSessionRecord) => stages.some(({ stage }) => stage !== 'unknown');

const toNight = (session: SleepSessionRecord, overlapping: number): SleepNight => {
  const minutes = stageMinutes(session);
  const total = (isCounted: (stage: string) => boolean) =>
    [...minutes].reduce((sum, [stage, length]) => (isCounted(stage) ? sum + length : sum), 0);
  const bedtime = localTime(session.startMs, session.offsetMinutes);
  const waking = localTime(session.endMs, session.offsetMinutes);
  return {
    startMs: session.startMs,
    inBedMinutes: lengthOf(session) / msPerMinute,
    asleepMinutes: hasStages(session) ? total((stage) => asleep.has(stage)) : null,
    deepMinutes: minutes.get('deep') ?? 0,
    remMinutes: minutes.get('rem') ?? 0,
    lightMinutes: minutes.get('light') ?? 0,
    wakingDay: waking.day,
    bedtimeMinute: bedtime.minuteOfDay - (waking.day - bedtime.day) * 1440,
    wakingMinute: waking.minuteOfDay,
    overlapping,
    isTimeKnown: session.offsetMinutes !== null,
  };
};

const stageMinutes = (session: SleepSessionRecord): ReadonlyMap<string, number> => {
  const minutes = new Map<string, number>();
  let covered = session.startMs;
  for (const { startMs, endMs, stage } of session.stages.toSorted((a, b) => a.startMs - b.startMs)) {
    const from = Math.max(startMs, covered);
    const to = Math.min(endMs, session.endMs);
    if (to <= from) continue;
    minutes.set(stage, (minutes.get(stage) ?? 0) + (to - from) / msPerMinute);
    covered = to;
  }
  return minutes;
};
