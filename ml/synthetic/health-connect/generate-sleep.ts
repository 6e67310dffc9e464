import type { Random } from '../../random/seeded-random.ts';

export interface GeneratedStage {
  readonly startTimeEpochMillis: number;
  readonly endTimeEpochMillis: number;
  readonly stage: 'AWAKE' | 'LIGHT' | 'DEEP' | 'REM';
}

const msPerMinute = 60_000;
const cycles = 5;

/**
 * One night's stages, from about half past ten the evening before: five cycles of some 90 minutes, deep sleep early
 * and REM late, short wakings between.
 *
 * @param midnightMs - of the day of waking, by the wearer's clock
 * @returns adjoining stages in order
 */
export const generateSleep = (midnightMs: number, random: Random): readonly GeneratedStage[] => {
  const stages: GeneratedStage[] = [];
  let atMs = midnightMs + Math.round(-90 + 25 * random.normal()) * msPerMinute;
  const add = (stage: GeneratedStage['stage'], minutes: number) => {
    const endMs = atMs + Math.max(1, Math.round(minutes)) * msPerMinute;
    stages.push({ startTimeEpochMillis: atMs, endTimeEpochMillis: endMs, stage });
    atMs = endMs;
  };
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    add('LIGHT', 40 + 6 * random.normal());
    add('DEEP', 30 - 6 * cycle + 3 * random.normal());
    add('REM', 8 + 6 * cycle + 3 * random.normal());
    add('AWAKE', 3 + 2 * random.next());
  }
  return stages;
};
