import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../ml/random/seeded-random.ts';
import { csvLine } from '../../../../ml/synthetic/wearable/csv-line.ts';
import { anomalyKinds } from '../../../../ml/synthetic/wearable/disturbance.ts';
import {
  type GeneratedSample,
  generateWearable,
} from '../../../../ml/synthetic/wearable/generate-wearable.ts';
import { generateScenario, scenarioNames } from '../../../../ml/synthetic/wearable/scenarios.ts';
import { simulateSession } from '../../../../ml/synthetic/wearable/simulate-session.ts';
import { drawWearer } from '../../../../ml/synthetic/wearable/wearer.ts';
import { utcClock } from '../../../../ml/time/utc-clock.ts';

const samples = [...generateWearable({ samples: 25_000, seed: 1 })];
const meanRate = (some: readonly { readonly heartRate?: number | undefined }[]) => {
  const rates = some.flatMap(({ heartRate }) => (heartRate === undefined ? [] : [heartRate]));
  return rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
};
const digest = (some: Iterable<GeneratedSample>) => {
  const hash = createHash('sha256');
  for (const sample of some) hash.update(`${csvLine(sample)}\n`);
  return hash.digest('hex');
};
const hourOf = ({ timestampMs }: GeneratedSample) => utcClock.msOfDay(timestampMs) / 3_600_000;

describe('generateWearable', () => {
  it('makes 25,000 samples: 20,000 where nothing is wrong, 5,000 with anomalies in them', () => {
    expect(samples.length).toBe(25_000);
    const [quiet, wrong] = [false, true].map((isWrong) =>
      samples.filter(({ isAnomalousSession }) => isAnomalousSession === isWrong),
    );
    expect(quiet?.length).toBe(20_000);
    expect(new Set(quiet?.map(({ label }) => label))).toEqual(new Set(['normal']));
    expect(wrong?.length).toBe(5000);
    expect(new Set(wrong?.map(({ label }) => label))).toEqual(new Set(['normal', ...anomalyKinds]));
  });

  it('makes the same bytes from the same seed, and others from another', () => {
    expect(digest(generateWearable({ samples: 25_000, seed: 1 }))).toBe(digest(samples));
    expect(digest(generateWearable({ samples: 25_000, seed: 2 }))).not.toBe(digest(samples));
  });

  it('is in order of time, person after person, at 5 s within a session', () => {
    const seen = new Set<string>();
    samples.forEach((sample, index) => {
      const previous = samples[index - 1];
      if (previous === undefined) return;
      const since = sample.timestampMs - previous.timestampMs;
      expect(since === 5000 || since > 60_000).toBe(true);
      if (sample.userId !== previous.userId) {
        expect(seen.has(sample.userId)).toBe(false);
        seen.add(previous.userId);
      }
    });
    expect(seen.size).toBe(19);
  });

  it('stays within what a watch can show', () => {
    for (const { heartRate, steps, calories, distance } of samples) {
      expect(heartRate === undefined || (heartRate >= 25 && heartRate <= 250)).toBe(true);
      expect(Number.isInteger(steps) && steps! >= 0 && steps! <= 20).toBe(true);
      expect(calories! > 0 && calories! < 2).toBe(true);
      expect(distance! >= 0 && distance! < 25).toBe(true);
    }
  });

  it('lets hearts be slower at night and faster in motion', () => {
    const normal = samples.filter(({ label }) => label === 'normal');
    const still = normal.filter(({ steps }) => steps === 0);
    const night = still.filter((sample) => hourOf(sample) > 1 && hourOf(sample) < 5);
    const day = still.filter((sample) => hourOf(sample) > 11 && hourOf(sample) < 18);
    const running = normal.filter(({ steps }) => steps! >= 12);
    expect(meanRate(night)).toBeLessThan(meanRate(day) - 8);
    expect(meanRate(running)).toBeGreaterThan(meanRate(day) + 50);
  });

  it('refuses fewer samples than the people need', () => {
    expect(() => [...generateWearable({ samples: 900, people: 2, seed: 1 })]).toThrow(/500 or more/);
    expect([...generateWearable({ samples: 500, seed: 1 })].length).toBe(500);
  });
});

describe('simulateSession', () => {
  const wearer = drawWearer('w', seededRandom(5));
  const startMs = Date.UTC(2025, 0, 7, 12);

  it('lets the heart lag behind the legs', () => {
    const still = [...simulateSession({ wearer, startMs, samples: 60, activity: 'still' }, seededRandom(1))];
    const session = { wearer, startMs, samples: 120, activity: 'running' } as const;
    const forced = { from: 0, to: 60, disturbance: { label: 'normal', activity: 'still' } } as const;
    const run = [...simulateSession({ ...session, disturbed: forced }, seededRandom(1))];
    // Within 10 s of the first steps little has happened; after 4 minutes the heart has arrived.
    expect(meanRate(run.slice(60, 62))).toBeLessThan(
      meanRate(still) + 0.6 * (meanRate(run.slice(110)) - meanRate(still)),
    );
    expect(meanRate(run.slice(110))).toBeGreaterThan(meanRate(still) + 50);
    expect(run[60]?.steps).toBeGreaterThan(9);
  });
});

describe('scenarios', () => {
  it('show the same rates beat for beat, once in motion or asleep and once at rest', () => {
    for (const [normal, wrong] of [
      ['exercise', 'exercise-rate-at-rest'],
      ['sleep', 'sleep-rate-at-rest'],
    ] as const) {
      const [ordinary, odd] = [generateScenario(normal, 3), generateScenario(wrong, 3)];
      expect(odd.map(({ heartRate }) => heartRate)).toEqual(ordinary.map(({ heartRate }) => heartRate));
      expect(new Set(ordinary.map(({ label }) => label))).toEqual(new Set(['normal']));
      expect(new Set(odd.map(({ label }) => label))).toEqual(new Set([wrong]));
      expect(odd.every(({ steps }) => steps === 0)).toBe(true);
    }
  });

  it('are the same for the same seed', () => {
    for (const name of scenarioNames) expect(generateScenario(name, 1)).toEqual(generateScenario(name, 1));
  });
});
