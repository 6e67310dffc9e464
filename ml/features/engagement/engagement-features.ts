import { mean } from '../../stats/mean.ts';
import type { ZoneClock } from '../../time/zone-clock.ts';
import type { AppSession } from '../journal.ts';
import type { KnownFeature } from '../preparation/known-feature.ts';
import { retentionScore } from './retention-score.ts';

/** What a person did in the app, all of it from the beginning; lists in any order, `at` in ms since 1970 UTC. */
export interface EngagementEntries {
  /** Mood entries. */
  readonly checkIns: readonly { readonly at: number }[];
  /** Where the app logs them. */
  readonly sessions: readonly AppSession[];
  /** Each use of a part of the app, check-ins among them. */
  readonly uses: readonly FeatureUse[];
}

export interface FeatureUse {
  readonly at: number;
  /** Which part of the app: `mood`, `chat`, `selfie`. */
  readonly feature: string;
}

export const engagementWindowDays = [1, 7, 30] as const;

const secondsPerMinute = 60;

interface Moment {
  readonly asOf: number;
  readonly clock: ZoneClock;
}

/** Entries up to asOf, each with its age in local dates. */
const aged = <Entry extends { readonly at: number }>(entries: readonly Entry[], { asOf, clock }: Moment) => {
  const today = clock.dayOf(asOf);
  return entries
    .filter(({ at }) => at <= asOf)
    .toSorted((one, other) => one.at - other.at)
    .map((entry) => ({ entry, age: Math.max(0, today - clock.dayOf(entry.at)) }));
};

/**
 * How a person has used the app on the last 1, 7 and 30 local dates that end with asOf's own: check-ins, dates with any
 * activity, sessions and their length in minutes, uses of the app's parts and how many different ones, and the
 * retention score.
 *
 * A person is known from their first entry of any kind on: without one before asOf everything is null, from then on no
 * check-in is 0 check-ins. Sessions are null until the first one was logged, since not every app logs them. Coverage is
 * the share of the window's dates on which the person was known.
 *
 * @param entries - in any order; those after asOf are not looked at
 */
export const engagementFeatures = (
  entries: EngagementEntries,
  asOf: number,
  clock: ZoneClock,
): readonly KnownFeature[] => {
  const moment = { asOf, clock };
  const checkIns = aged(entries.checkIns, moment);
  const sessions = aged(entries.sessions, moment);
  const uses = aged(entries.uses, moment);
  const ages = [...checkIns, ...sessions, ...uses].map(({ age }) => age);
  const knownDays = ages.reduce((most, age) => Math.max(most, age + 1), 0);

  return engagementWindowDays.flatMap((days) => {
    const isRecent = ({ age }: { readonly age: number }) => age < days;
    const active = new Set(ages.filter((age) => age < days));
    const minutes = sessions.filter(isRecent).map(({ entry }) => entry.durationSeconds / secondsPerMinute);
    const used = uses.filter(isRecent).map(({ entry }) => entry.feature);
    const logsSessions = sessions.length > 0;
    const values: Readonly<Record<string, number | null>> = {
      check_ins: checkIns.filter(isRecent).length,
      active_days: active.size,
      sessions: logsSessions ? minutes.length : null,
      session_minutes: logsSessions ? minutes.reduce((sum, length) => sum + length, 0) : null,
      session_mean_minutes: minutes.length === 0 ? null : mean(minutes),
      uses: used.length,
      features_used: new Set(used).size,
      retention_score: retentionScore(active, Math.min(days, knownDays)),
    };
    const coverage = Math.min(days, knownDays) / days;
    return Object.entries(values).map(([name, value]) => ({
      name: `${name}_${days}d`,
      value: knownDays === 0 ? null : value,
      coverage: value === null ? 0 : coverage,
    }));
  });
};
