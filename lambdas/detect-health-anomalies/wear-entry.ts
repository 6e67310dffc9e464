import * as z from 'zod/mini';
import type { RequestProblem } from '../../ml/invalid-request-error.ts';
import { InvalidRequestError } from '../../ml/invalid-request-error.ts';
import { mostMeasured } from '../../ml/wearable/health-sample.ts';
import { parsePrivate } from '../shared/runtime/parse-request.ts';
import { integerFrom, numberFrom, storable, textUpTo } from './wear-fields.ts';

/** What is measured, in which unit, and what no watch on a person's wrist has ever measured. */
const heartRateError = `a number above 0, at most ${mostMeasured.heartRate} (beats a minute)`;
const measured = {
  heartRate: z
    .number({ error: heartRateError })
    .check(
      z.gt(0, { error: heartRateError }),
      z.lte(mostMeasured.heartRate, { error: heartRateError }),
      storable,
    ),
  steps: numberFrom(0, mostMeasured.steps),
  calories: numberFrom(0, mostMeasured.calories),
  distance: numberFrom(0, mostMeasured.distance),
};

const activityState = z.nullish(textUpTo(64));
const Measurements = z.strictObject(
  {
    heartRate: z.nullish(measured.heartRate),
    steps: z.nullish(measured.steps),
    calories: z.nullish(measured.calories),
    distance: z.nullish(measured.distance),
    batteryLevel: z.nullish(numberFrom(0, 100)),
    activityState,
  },
  { error: 'an object of heartRate?, steps?, calories?, distance?, batteryLevel?, activityState?' },
);

const unit = (name: string) => z.nullish(z.literal(name, { error: `"${name}"` }));

/** Units that need not be said; no others are known. */
const Units = z.strictObject(
  { heartRate: unit('bpm'), steps: unit('count'), calories: unit('kcal'), distance: unit('m') },
  { error: 'an object of heartRate?, steps?, calories?, distance?' },
);

/** As a part of a sort key, of which DynamoDB takes 1,024 bytes with what stands around it. */
const maxDeviceBytes = 900;
const deviceId = textUpTo(128).check(
  z.refine((text) => encodeURIComponent(text).length <= maxDeviceBytes, {
    error: `a text that takes at most ${maxDeviceBytes} bytes once percent-encoded`,
  }),
);
const millisecondsText = 'milliseconds since 1970 UTC, an integer';

/** Marshalling into DynamoDB's form throws beyond the safe integers. */
const watchScore = z.catch(
  z.optional(numberFrom(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)),
  undefined,
);

/** What the watch found by itself: kept as far as it can be read, and never a reason to lose a measurement. */
const verdict = {
  isAnomalous: z.catch(z.optional(z.boolean()), undefined),
  localAnomalyScore: watchScore,
  edgeAnomalyScore: watchScore,
  modelVersion: z.catch(z.optional(textUpTo(64)), undefined),
};

/** One metric as the Wear app sends it. Fields that are not known are left aside, but for what `refuseNames` names. */
const WearEntry = z.object(
  {
    timestamp: z.int({ error: millisecondsText }),
    deviceId,
    metrics: Measurements,
    units: z.nullish(Units),
    activityState,
    ...verdict,
  },
  { error: 'an object { userId, timestamp, metrics, deviceId, … }' },
);

type WearEntry = z.infer<typeof WearEntry>;

/** What a watch measured at one moment, checked. */
export interface MeasuredEntry {
  readonly timestampMs: number;
  readonly deviceId: string;
  readonly heartRate?: number | undefined;
  readonly steps?: number | undefined;
  readonly calories?: number | undefined;
  readonly distance?: number | undefined;
  readonly batteryLevel?: number | undefined;
  readonly activityState?: string | undefined;
  readonly watchVerdict?: Readonly<Record<string, string | number | boolean>> | undefined;
}

/**
 * Checks one metric of the Wear app.
 *
 * @param input - as it was sent, its user apart
 * @throws {InvalidRequestError} naming each wrong field, and no value
 */
export const parseWearEntry = (input: unknown): MeasuredEntry => {
  refuseNames(input);
  return measuredOf(parsePrivate(WearEntry, input));
};

/** Names that only an attack carries, and units of another kind than `units`, which would change what is meant. */
const refuseNames = (input: unknown): void => {
  if (typeof input !== 'object' || input === null) return;
  const problems: RequestProblem[] = Object.keys(input)
    .filter((name) => ['__proto__', 'constructor', 'prototype'].includes(name) || isOtherUnit(name))
    .map((name) => ({ field: name.slice(0, 64), allowed: 'left out', arrived: 'an unknown field' }));
  if (problems.length > 0) throw new InvalidRequestError(problems);
};

const isOtherUnit = (name: string): boolean => name !== 'units' && /units?$/i.test(name);

const measuredOf = ({ timestamp, deviceId, metrics, ...entry }: WearEntry): MeasuredEntry => {
  const verdicts = Object.entries({
    isAnomalous: entry.isAnomalous,
    localAnomalyScore: entry.localAnomalyScore,
    edgeAnomalyScore: entry.edgeAnomalyScore,
    modelVersion: entry.modelVersion,
  }).filter((pair): pair is [string, string | number | boolean] => pair[1] !== undefined);
  return {
    timestampMs: timestamp,
    deviceId,
    heartRate: metrics.heartRate ?? undefined,
    steps: metrics.steps ?? undefined,
    calories: metrics.calories ?? undefined,
    distance: metrics.distance ?? undefined,
    batteryLevel: metrics.batteryLevel ?? undefined,
    activityState: metrics.activityState ?? entry.activityState ?? undefined,
    watchVerdict: verdicts.length === 0 ? undefined : Object.fromEntries(verdicts),
  };
};

/** One row of the seed's form: features of a sample, its time already as the model takes it. */
export const FeatureEntry = z.strictObject(
  {
    ...measured,
    hour_sin: numberFrom(-1, 1),
    hour_cos: numberFrom(-1, 1),
    is_weekend: z.pipe(z.union([integerFrom(0, 1), z.boolean()]), z.transform(Number)),
  },
  { error: 'an object of heartRate, steps, calories, distance, hour_sin, hour_cos, is_weekend' },
);

export type FeatureEntry = z.infer<typeof FeatureEntry>;
