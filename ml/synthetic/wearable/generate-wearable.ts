import { InvalidRequestError } from '../../invalid-request-error.ts';
import { type Random, seededRandom } from '../../random/seeded-random.ts';
import { userIdOf } from '../user-id.ts';
import { type AnomalyKind, anomalyKinds, drawDisturbance } from './disturbance.ts';
import { type Session, simulateSession } from './simulate-session.ts';
import { drawWearer, isAsleep, type Wearer } from './wearer.ts';
import type { WearerSample } from './wearer-sample.ts';

export interface WearableOptions {
  /** In all, ≥ 500; a fifth lies in sessions with an anomaly. */
  readonly samples: number;
  readonly seed: number;
  /** Whose they are, ≥ 1. @default one for every 1,250 samples */
  readonly people?: number;
}

/** Samples of one person at least: one ordinary session and one with an anomaly. */
export const leastSamplesPerPerson = 500;
const usualSamplesPerPerson = 1250;
const anomalousShare = 0.2;
/** Short enough that nobody is seen at one time of day alone: a model would tell people by the hour. */
const normalSessionSamples = 500;
const anomalousSessionSamples = 250;

/** A Monday, so that weekdays and weekends both occur. */
const firstDayMs = Date.UTC(2025, 0, 6);
const msPerHour = 3_600_000;
const msPerDay = 24 * msPerHour;

/** Whole parts that add up, none differing from another by more than one. */
const split = (total: number, parts: number): number[] =>
  Array.from(
    { length: parts },
    (_, part) => Math.floor((total * (part + 1)) / parts) - Math.floor((total * part) / parts),
  );

/** Sensors that stick, and hearts out of step, show only where people move. */
const needsMovement = (kind: AnomalyKind) => kind === 'stuck-sensor' || kind === 'rate-out-of-step';

/** A start so that the session ends on the same day; awake where that is asked for. */
const drawStart = (wearer: Wearer, dayMs: number, random: Random, awake: boolean): number => {
  for (;;) {
    const hour = 22 * random.next();
    const isAwake = !isAsleep(wearer, hour) && !isAsleep(wearer, hour + 1.5);
    if (!awake || isAwake) return dayMs + Math.floor((hour * msPerHour) / 5000) * 5000;
  }
};

/** Half a day apart, and spread over the day from person to person, so that every hour is seen. */
const spreadStart = (turn: number, dayMs: number, random: Random): number => {
  const hour = (22 * turn + 2 * random.next()) % 22;
  return dayMs + Math.floor((hour * msPerHour) / 5000) * 5000;
};

const anomalousSession = (session: Session, kind: AnomalyKind, random: Random): Session => {
  const { samples, wearer } = session;
  const from = Math.floor(samples * (0.36 + 0.1 * random.next()));
  const to = Math.min(samples, from + Math.max(12, Math.floor(samples * (0.25 + 0.2 * random.next()))));
  return { ...session, disturbed: { from, to, disturbance: drawDisturbance(kind, wearer, random) } };
};

/** The sessions of one person, one a day. */
const planPerson = (wearer: Wearer, index: number, size: PersonSize, random: Random): Session[] => {
  const { firstDay, normal, anomalous } = size;
  const dayOf = (session: number) => firstDayMs + (firstDay + session) * msPerDay;
  const ordinary = normal.map((samples, session) => {
    const turn = index * 0.618 + session / normal.length;
    return { wearer, samples, startMs: spreadStart(turn, dayOf(session), random) };
  });
  const wrong = anomalous.map((samples, session) => {
    const kind = anomalyKinds[(index * anomalous.length + session) % anomalyKinds.length]!;
    const startMs = drawStart(wearer, dayOf(normal.length + session), random, needsMovement(kind));
    return anomalousSession({ wearer, samples, startMs }, kind, random);
  });
  return [...ordinary, ...wrong];
};

interface PersonSize {
  /** Days after the first of all. */
  readonly firstDay: number;
  /** Samples of each ordinary session. */
  readonly normal: readonly number[];
  /** Samples of each session with an anomaly. */
  readonly anomalous: readonly number[];
}

const sizeOf = (samples: number, anomalousSamples: number, firstDay: number): PersonSize => {
  const sessions = (all: number, usual: number) => split(all, Math.max(1, Math.round(all / usual)));
  return {
    firstDay,
    normal: sessions(samples - anomalousSamples, normalSessionSamples),
    anomalous: sessions(anomalousSamples, anomalousSessionSamples),
  };
};

/** Part of a person's watch record: in one of its sessions nothing is wrong, or something is. */
export interface GeneratedSample extends WearerSample {
  /** Whether the session holds an anomaly somewhere. */
  readonly isAnomalousSession: boolean;
}

/**
 * What the watches of several made-up people record, in order of time: each person for some days, one session a
 * day, first ordinary ones and then such with an anomaly. The kinds of anomaly take turns.
 *
 * One session at a time, so memory does not grow with the samples. The same options give the same samples.
 *
 * @throws {InvalidRequestError} when an option is out of range
 */
export function* generateWearable(options: WearableOptions): Generator<GeneratedSample, void, undefined> {
  const { samples, seed } = options;
  const people = options.people ?? Math.max(1, Math.round(samples / usualSamplesPerPerson));
  if (!Number.isSafeInteger(samples) || !(people >= 1) || samples < people * leastSamplesPerPerson) {
    const allowed = `${leastSamplesPerPerson} or more for each person`;
    throw new InvalidRequestError([{ field: 'samples', allowed, arrived: `${samples} for ${people}` }]);
  }
  const root = seededRandom(seed);
  const all = split(samples, people);
  const anomalous = split(Math.round(samples * anomalousShare), people);
  let firstDay = 0;
  for (let index = 0; index < people; index += 1) {
    const random = root.fork(`wearer ${index}`);
    const wearer = drawWearer(userIdOf(seed, index), random.fork('person'));
    const size = sizeOf(all[index]!, anomalous[index]!, firstDay);
    const sessions = planPerson(wearer, index, size, random.fork('plan'));
    firstDay += sessions.length;
    for (const [number, session] of sessions.entries()) {
      for (const sample of simulateSession(session, random.fork(`session ${number}`))) {
        yield { ...sample, isAnomalousSession: session.disturbed !== undefined };
      }
    }
  }
}
