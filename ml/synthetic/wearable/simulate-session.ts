import type { Random } from '../../random/seeded-random.ts';
import { utcClock } from '../../time/utc-clock.ts';
import { normalLabel } from '../../wearable/windows.ts';
import { type ActivityKind, type Bout, drawBout } from './activity.ts';
import type { Disturbance } from './disturbance.ts';
import { isAsleep, type Wearer } from './wearer.ts';
import type { WearerSample } from './wearer-sample.ts';

/** One stretch of wearing the watch. */
export interface Session {
  readonly wearer: Wearer;
  /** Of the first sample, ms since 1970; the wearer lives in UTC. */
  readonly startMs: number;
  readonly samples: number;
  /** What the person does all the while; as it comes when left out. */
  readonly activity?: ActivityKind;
  /** What is wrong from one sample to before another. */
  readonly disturbed?: {
    readonly from: number;
    readonly to: number;
    readonly disturbance: Disturbance;
  };
}

export const sampleSeconds = 5;

/** Of the slow wander of the heart rate, s; thermoregulation and mood. */
const wanderSeconds = 120;
const wanderBpm = 2;
const asleepWanderBpm = 1.2;
const hottestHour = 17;
const restingKcalPerKgHour = 1;
const runningStrideShare = 1.35;

const msPerHour = 3_600_000;
const round = (value: number, digits: number) => Number(value.toFixed(digits));

/** A heart that lags behind what the body does. */
const makeHeart = (wearer: Wearer, random: Random) => {
  const wanderKept = Math.exp(-sampleSeconds / wanderSeconds);
  let wander = random.normal();
  let bpm: number | undefined;
  /** @returns the true rate, beats/min, after another interval */
  return (bout: Bout, hour: number, disturbance: Disturbance | undefined, seconds: number): number => {
    const asleep = bout.kind === 'asleep';
    wander = wander * wanderKept + Math.sqrt(1 - wanderKept ** 2) * random.normal();
    const circadian = wearer.circadianBpm * Math.cos((2 * Math.PI * (hour - hottestHour)) / 24);
    const resting = wearer.restingBpm + (asleep ? -wearer.sleepDipBpm : circadian);
    const reserve = wearer.maximumBpm - wearer.restingBpm;
    const answer = bout.effort * wearer.effortGain * (disturbance?.effortAnswer ?? 1);
    const target = resting + reserve * answer + (disturbance?.pullBpm?.(seconds) ?? 0);
    bpm ??= target;
    const lagSeconds = target > bpm ? wearer.riseSeconds : wearer.recoverySeconds;
    bpm += (target - bpm) * (1 - Math.exp(-sampleSeconds / lagSeconds));
    return bpm + wander * (asleep ? asleepWanderBpm : wanderBpm) + wearer.noiseBpm * random.normal();
  };
};

/** What the body does, bout after bout. */
const makeBody = ({ wearer, activity }: Session, random: Random) => {
  let bout: Bout | undefined;
  let left = 0;
  return (hour: number, forced: ActivityKind | undefined): Bout => {
    const natural = activity ?? (isAsleep(wearer, hour) ? 'asleep' : undefined);
    // Stillness that is asked for is sleep at night: the body lies, and the heart knows.
    const wanted = forced === 'still' && natural === 'asleep' ? 'asleep' : (forced ?? natural);
    left -= sampleSeconds;
    const isOver = left <= 0 || (wanted === undefined ? bout?.kind === 'asleep' : bout?.kind !== wanted);
    if (bout === undefined || isOver) {
      bout = drawBout(random, wanted);
      left = bout.seconds;
    }
    return bout;
  };
};

/** Steps, metres and kcal of one interval. */
const move = ({ cadence, met, kind }: Bout, { strideMetres, weightKg }: Wearer, random: Random) => {
  // Pottering comes in a few steps now and then.
  const isMoving = cadence > 0 && (kind !== 'pottering' || random.bernoulli(0.5));
  const mean = (cadence * sampleSeconds) / 60;
  const steps = isMoving ? Math.max(0, Math.round(mean + 0.6 * random.normal())) : 0;
  const stride = strideMetres * (kind === 'running' ? runningStrideShare : 1);
  const kcal =
    (restingKcalPerKgHour * weightKg * sampleSeconds * (isMoving ? met : Math.min(met, 1.3))) / 3600;
  return {
    steps,
    calories: round(kcal * (1 + 0.03 * random.normal()), 3),
    distance: round(steps * stride, 2),
  };
};

/**
 * What a watch records in one session, sample by sample at 5 s: a heart that follows effort with a lag, wanders and
 * jitters; steps, energy and distance of what the body does; and what is wrong, labelled.
 *
 * @param random - decides everything; the same stream gives the same session
 */
export function* simulateSession(session: Session, random: Random): Generator<WearerSample, void, undefined> {
  const { wearer, startMs, samples, disturbed } = session;
  const body = makeBody(session, random.fork('body'));
  const heart = makeHeart(wearer, random.fork('heart'));
  const chance = random.fork('steps');
  for (let sample = 0; sample < samples; sample += 1) {
    const timestampMs = startMs + sample * sampleSeconds * 1000;
    const hour = utcClock.msOfDay(timestampMs) / msPerHour;
    const isWrong = disturbed !== undefined && sample >= disturbed.from && sample < disturbed.to;
    const disturbance = isWrong ? disturbed.disturbance : undefined;
    const sinceFrom = isWrong ? sample - disturbed.from : 0;
    const bout = body(hour, disturbance?.activity);
    const bpm = heart(bout, hour, disturbance, sinceFrom * sampleSeconds);
    const reading = disturbance?.read === undefined ? bpm : disturbance.read(bpm);
    yield {
      userId: wearer.userId,
      timestampMs,
      heartRate: reading === undefined ? undefined : Math.max(25, Math.round(reading)),
      ...move(bout, wearer, chance),
      label: disturbance?.label ?? normalLabel,
    };
  }
}
