/**
 * A trained wearable model on generated people whom it has not seen, beside its baselines: which score of the
 * network is best is read off one set of people, and what it is worth off another.
 *
 *   npm run wellcast -- generate wearable --output /tmp/wearable
 *   npm run wellcast -- train lstm-autoencoder --data /tmp/wearable/health_metrics.csv --output /tmp/model
 *   node bench/studies/generated-wearable.ts /tmp/model
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { judgementTables } from '../../bin/cli/judgement-tables.ts';
import { table } from '../../bin/cli/table.ts';
import { makeFusedEngine } from '../../ml/lstm/fused-engine.ts';
import { readNetwork } from '../../ml/lstm/read-network.ts';
import { seededRandom } from '../../ml/random/seeded-random.ts';
import { generateWearable } from '../../ml/synthetic/wearable/generate-wearable.ts';
import { generateScenario, scenarioNames } from '../../ml/synthetic/wearable/scenarios.ts';
import type { WearerSample } from '../../ml/synthetic/wearable/wearer-sample.ts';
import { fitNearestNeighbourBaseline } from '../../ml/wearable/baselines/nearest-neighbour-baseline.ts';
import { fitPcaBaseline } from '../../ml/wearable/baselines/pca-baseline.ts';
import { fitZScoreBaseline } from '../../ml/wearable/baselines/z-score-baseline.ts';
import { defaultErrorKind, errorKinds } from '../../ml/wearable/error-model.ts';
import { judgeDetector } from '../../ml/wearable/judge-detector.ts';
import type { LabelledSample } from '../../ml/wearable/labelled-sample.ts';
import { readModelSettings } from '../../ml/wearable/model-settings.ts';
import { calibrateDetector } from '../../ml/wearable/training/calibrate-detector.ts';
import { prepareTraining } from '../../ml/wearable/training/prepare-training.ts';
import { makeWearableScorer, type WearableModel } from '../../ml/wearable/wearable-scorer.ts';
import { windowsOfUsers } from '../../ml/wearable/windows-of-users.ts';

const folder = process.argv[2] ?? 'lstm_autoencoder';
const people = 20;
const samples = 100_000;
const choiceSeed = 100;
const judgedSeed = 200;
const scenarioPeople = 20;
/** Fewer components than the bottleneck is wide do better here, so the baseline gets those that suit it. */
const pcaComponents = 8;
const bootstrap = { resamples: 1000, random: seededRandom(1) };

const json = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
const weights = Uint8Array.from(readFileSync(path.join(folder, 'weights.bin')));
const engine = makeFusedEngine(readNetwork(json('model.json'), weights.buffer));
const settings = readModelSettings(json('model_settings.json'));

const byUser = (all: Iterable<WearerSample>): Map<string, LabelledSample[]> => {
  const users = new Map<string, LabelledSample[]>();
  for (const sample of all) {
    const own = users.get(sample.userId);
    if (own === undefined) users.set(sample.userId, [sample]);
    else own.push(sample);
  }
  return users;
};

const peopleOf = (seed: number) => {
  const all = [...generateWearable({ samples, people, seed })];
  const windows = (isAnomalous: boolean) =>
    windowsOfUsers(byUser(all.filter((sample) => sample.isAnomalousSession === isAnomalous)), settings);
  return { history: windows(false), judged: windows(true) };
};

const { train, normalization, data } = prepareTraining(
  byUser(generateWearable({ samples: 25_000, seed: 1 })),
  settings,
  { seed: 1, validationShare: 0.2 },
);
const modelWith = (errorKind: (typeof errorKinds)[number]): WearableModel => {
  const { threshold } = calibrateDetector(engine, data, { errorKind, percentile: 95, settings });
  return { engine, settings, normalization, threshold };
};
const judge = (model: WearableModel, { history, judged }: ReturnType<typeof peopleOf>) => {
  const baselines = [
    fitZScoreBaseline(history, settings.featureNames.length),
    fitPcaBaseline(train, normalization, pcaComponents),
    fitNearestNeighbourBaseline(train, normalization),
  ];
  return judgeDetector(model, { windows: judged, baselines }, bootstrap);
};

/** In how many scenarios of so many people there is at least one alert. */
const alertsIn = (model: WearableModel) => {
  const score = makeWearableScorer(model);
  return scenarioNames.map((name) => {
    const alerted = Array.from({ length: scenarioPeople }, (_, seed) => {
      const windows = windowsOfUsers(byUser(generateScenario(name, judgedSeed + seed)), settings);
      return score(windows.values).some(({ severity }) => severity === 'anomaly');
    });
    return [name, `${alerted.filter(Boolean).length} of ${scenarioPeople}`];
  });
};

const choice = peopleOf(choiceSeed);
const comparison = errorKinds.map((kind) => {
  const { history, judged } = choice;
  const zScore = fitZScoreBaseline(history, settings.featureNames.length);
  const { test, alerts, persons } = judgeDetector(
    modelWith(kind),
    { windows: judged, baselines: [zScore] },
    bootstrap,
  );
  const mean = persons.personalZScore?.meanAuc.value ?? Number.NaN;
  const figures = [test.auc.value, mean, test.recall.value, test.falsePositiveRate.value];
  return [kind, ...[...figures, alerts.recall, alerts.falsePositiveRate].map((figure) => figure.toFixed(3))];
});
const head = ['error', 'AUC', 'AUC per person', 'recall', 'FPR', 'alert recall', 'alert FPR'];
const model = modelWith(defaultErrorKind);
process.stdout.write(
  [
    `Scores of the network, people of seed ${choiceSeed}`,
    ...table([head, ...comparison]),
    '',
    `The chosen score (${defaultErrorKind}), people of seed ${judgedSeed}`,
    ...judgementTables(judge(model, peopleOf(judgedSeed))),
    '',
    ...table([['scenario', 'people with an alert'], ...alertsIn(model)]),
    '',
  ].join('\n'),
);
engine.dispose();
