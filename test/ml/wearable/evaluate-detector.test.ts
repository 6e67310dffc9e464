import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../ml/random/seeded-random.ts';
import { anomalyEpisodes } from '../../../ml/wearable/anomaly-episodes.ts';
import { comparePersons } from '../../../ml/wearable/compare-persons.ts';
import { evaluateDetector } from '../../../ml/wearable/evaluate-detector.ts';
import { evaluateKinds } from '../../../ml/wearable/evaluate-kinds.ts';

const options = { resamples: 200, random: seededRandom(1) };

/** Windows 10 s apart; `n` is normal, any other letter a kind. */
const windowsOf = (letters: string, users = letters.replace(/./g, 'a')) => ({
  count: letters.length,
  users: [...users],
  labels: Array.from(letters, (letter) => (letter === 'n' ? 'normal' : letter)),
  endsMs: Float64Array.from(letters, (_, index) => index * 10_000),
});

describe('anomalyEpisodes', () => {
  it('is a run of one kind in one person', () => {
    const episodes = anomalyEpisodes(windowsOf('nxxyynxx', 'aaaaaabb'), 60_000);
    expect(episodes.map(({ kind, windows }) => [kind, ...windows])).toEqual([
      ['x', 1, 2],
      ['y', 3, 4],
      ['x', 6, 7],
    ]);
    expect(anomalyEpisodes(windowsOf('xx', 'ab'), 60_000)).toHaveLength(2);
  });

  it('ends with a silence', () => {
    const windows = { ...windowsOf('xx'), endsMs: Float64Array.of(0, 120_000) };
    expect(anomalyEpisodes(windows, 60_000)).toHaveLength(2);
  });
});

describe('evaluateKinds', () => {
  it('counts each kind against all normal windows, with the delay of the first detection', () => {
    //               n  n  x  x  x  n  y  y
    const scores = [1, 3, 2, 4, 5, 0, 1, 2];
    const [x, y] = evaluateKinds({ windows: windowsOf('nnxxxnyy'), scores, threshold: 4 });
    // x beats 1 and 0 with 2, and all three with 4 and 5: 8 of 9 pairs.
    expect(x).toEqual({
      kind: 'x',
      windows: 3,
      auc: 8 / 9,
      recall: 2 / 3,
      episodes: 1,
      detectedEpisodes: 1,
      medianDelaySeconds: 10,
    });
    expect(y).toMatchObject({ recall: 0, detectedEpisodes: 0, medianDelaySeconds: null });
  });
});

describe('evaluateDetector', () => {
  const letters = 'nnxxnnnxxn'.repeat(4);
  const users = ['a', 'b', 'c', 'd'].map((user) => user.repeat(10)).join('');
  const windows = windowsOf(letters, users);
  const good = windows.labels.map((label, index) => (label === 'normal' ? 0 : 1) + 0.01 * (index % 7));
  const poor = windows.labels.map((_, index) => (index * 7) % 5);

  it('gives a perfect detector all it deserves, and says by how much it leads', () => {
    const test = evaluateDetector({ windows, scores: good, threshold: 0.5 }, { poor }, options);
    expect(test).toMatchObject({ windows: 40, anomalousWindows: 16, users: 4 });
    for (const figure of [test.auc, test.prAuc, test.precision, test.recall, test.f1]) {
      expect(figure).toEqual({ value: 1, low: 1, high: 1 });
    }
    expect(test.falsePositiveRate.value).toBe(0);
    expect(test.baselines['poor']!.aucDifference.low).toBeGreaterThan(0);
  });

  it('compares person by person, whom no shift between persons can deceive', () => {
    // Everybody's own ranking is perfect, but b's normal windows lie above a's anomalous ones.
    const shifted = good.map((score, index) => score + 5 * Math.floor(index / 10));
    const test = evaluateDetector({ windows, scores: shifted, threshold: 0.5 }, {}, options);
    expect(test.auc.value).toBeLessThan(0.8);
    const compared = comparePersons({ windows, scores: shifted }, poor, options);
    expect(compared.persons).toBe(4);
    expect(compared.meanAuc.value).toBe(1);
    expect(compared.difference.low).toBeGreaterThan(0);
  });

  it('refuses windows of one kind only', () => {
    expect(() =>
      evaluateDetector({ windows: windowsOf('nn'), scores: [1, 2], threshold: 1 }, {}, options),
    ).toThrow(/one kind is missing/);
  });
});
