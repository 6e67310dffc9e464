import { readHealthSamples } from '../../ml/container/read-health-samples.ts';
import { makeFusedEngine } from '../../ml/lstm/fused-engine.ts';
import { seededRandom } from '../../ml/random/seeded-random.ts';
import type { Baseline } from '../../ml/wearable/baselines/baseline.ts';
import { fitNearestNeighbourBaseline } from '../../ml/wearable/baselines/nearest-neighbour-baseline.ts';
import { fitPcaBaseline } from '../../ml/wearable/baselines/pca-baseline.ts';
import { fitZScoreBaseline } from '../../ml/wearable/baselines/z-score-baseline.ts';
import { judgeDetector } from '../../ml/wearable/judge-detector.ts';
import type { WearableModel } from '../../ml/wearable/wearable-scorer.ts';
import { joinWindows, normalWindows, selectWindows, type Windows } from '../../ml/wearable/windows.ts';
import { windowsOfUsers } from '../../ml/wearable/windows-of-users.ts';
import { inputFile } from '../cli/input-file.ts';
import { judgementTables } from '../cli/judgement-tables.ts';
import { makeProgress } from '../cli/progress.ts';
import { readModelFolder } from '../cli/read-model-folder.ts';
import { UsageError } from '../cli/usage-error.ts';

export interface EvaluateLstmAutoencoderOptions {
  readonly model: string;
  readonly testData: string;
  readonly history?: string;
  readonly json: boolean;
}

const resamples = 1000;

const normalOf = (windows: Windows) => selectWindows(windows, normalWindows(windows));

/**
 * The z-score learns each person from the normal windows at hand, those of the test included, which favours it; PCA
 * and nearest neighbours need normal windows that are not judged.
 */
const fitBaselines = (model: WearableModel, test: Windows, history: Windows | undefined): Baseline[] => {
  const { settings, normalization, engine } = model;
  const known = history === undefined ? normalOf(test) : joinWindows([history, normalOf(test)]);
  const zScore = fitZScoreBaseline(known, settings.featureNames.length);
  if (history === undefined) return [zScore];
  return [
    zScore,
    fitPcaBaseline(history, normalization, engine.encodingDim),
    fitNearestNeighbourBaseline(history, normalization),
  ];
};

/** A trained wearable model on labelled samples, beside what it must beat. */
export const evaluateLstmAutoencoder = async (options: EvaluateLstmAutoencoderOptions): Promise<void> => {
  const { network, settings, normalization, threshold } = await readModelFolder(options.model);
  const model = { engine: makeFusedEngine(network), settings, normalization, threshold };
  const progress = makeProgress(process.stderr, Date.now);
  const windowsOf = async (file: string, choose = (windows: Windows) => windows) => {
    const windows = choose(windowsOfUsers(await readHealthSamples([await inputFile(file)]), settings));
    if (windows.count > 0) return windows;
    const { stepsPerWindow, maxGapSeconds } = settings;
    throw new UsageError(
      `${file} has no ${stepsPerWindow} samples in a row that can be used: complete, at most ${maxGapSeconds} s apart, those of a history normal`,
    );
  };
  progress.step(`Judging ${options.model} on ${options.testData}`);
  const windows = await windowsOf(options.testData);
  const history = options.history === undefined ? undefined : await windowsOf(options.history, normalOf);
  const baselines = fitBaselines(model, windows, history);
  const judgement = judgeDetector(model, { windows, baselines }, { resamples, random: seededRandom(1) });
  model.engine.dispose();
  progress.done(`${windows.count.toLocaleString('en')} windows`);
  process.stdout.write(
    options.json ? `${JSON.stringify(judgement)}\n` : `${judgementTables(judgement).join('\n')}\n`,
  );
};
