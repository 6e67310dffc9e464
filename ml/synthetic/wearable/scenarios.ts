import { seededRandom } from '../../random/seeded-random.ts';
import { normalLabel } from '../../wearable/windows.ts';
import type { ActivityKind } from './activity.ts';
import { simulateSession } from './simulate-session.ts';
import { drawWearer } from './wearer.ts';
import type { WearerSample } from './wearer-sample.ts';

interface Scenario {
  readonly activity: ActivityKind;
  /** Local hour at which it begins. */
  readonly hour: number;
  /** Shows the heart rate of another scenario, which makes it an anomaly. */
  readonly withRateOf?: 'exercise' | 'sleep';
}

/**
 * Short stories of one person each. Exercise and sleep are normal; the same heart rates, beat for beat, in somebody
 * who sits awake in the afternoon are not.
 */
const scenarios = {
  rest: { activity: 'still', hour: 15 },
  walk: { activity: 'walking', hour: 10 },
  exercise: { activity: 'running', hour: 17 },
  sleep: { activity: 'asleep', hour: 3 },
  'exercise-rate-at-rest': { activity: 'still', hour: 15, withRateOf: 'exercise' },
  'sleep-rate-at-rest': { activity: 'still', hour: 15, withRateOf: 'sleep' },
} as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof scenarios;

export const scenarioNames: readonly ScenarioName[] = [
  'rest',
  'walk',
  'exercise',
  'sleep',
  'exercise-rate-at-rest',
  'sleep-rate-at-rest',
];

/** A Wednesday after all that `generateWearable` makes in its first years. */
const dayMs = Date.UTC(2035, 0, 3);
const msPerHour = 3_600_000;
/**
 * Rather low, so that the rate of quiet sleep, about 49, lies below what people who are awake show at rest. In
 * somebody with 70 at rest the rate of sleep is somebody else's at rest, and nothing that a model of people in
 * general could object to.
 */
const restingBpm = 60;
const sleepDipBpm = 11;
/** A quarter of an hour. */
const scenarioSamples = 180;

/**
 * The samples of one scenario, ascending in time, labelled `normal` or with the scenario's name.
 *
 * @param name - of the scenario
 * @param seed - decides who the person is, the same in every scenario, and the details
 */
export const generateScenario = (name: ScenarioName, seed: number): WearerSample[] => {
  const { activity, hour, withRateOf }: Scenario = scenarios[name];
  const root = seededRandom(seed);
  const drawn = drawWearer(`scenario-${seed}`, root.fork('scenario person'));
  const wearer = { ...drawn, restingBpm, sleepDipBpm };
  const session = { wearer, samples: scenarioSamples, startMs: dayMs + hour * msPerHour, activity };
  const samples = [...simulateSession(session, root.fork(`scenario ${name}`))];
  if (withRateOf === undefined) return samples.map((sample) => ({ ...sample, label: normalLabel }));
  const rates = generateScenario(withRateOf, seed);
  return samples.map((sample, index) => ({ ...sample, heartRate: rates[index]?.heartRate, label: name }));
};
