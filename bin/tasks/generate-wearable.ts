import { once } from 'node:events';
import type { WriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { csvLine, wearableCsvHeader } from '../../ml/synthetic/wearable/csv-line.ts';
import { generateWearable } from '../../ml/synthetic/wearable/generate-wearable.ts';
import { generateScenario, scenarioNames } from '../../ml/synthetic/wearable/scenarios.ts';
import type { WearerSample } from '../../ml/synthetic/wearable/wearer-sample.ts';
import { normalLabel } from '../../ml/wearable/windows.ts';
import { openOutput } from '../cli/open-output.ts';
import { makeProgress } from '../cli/progress.ts';

export interface GenerateWearableOptions {
  readonly samples: number;
  readonly seed: number;
  readonly people?: number;
  readonly output: string;
  readonly json: boolean;
}

const openCsv = async (file: string) => {
  const stream = await openOutput(file);
  stream.write(`${wearableCsvHeader}\n`);
  return stream;
};

const writeSample = async (stream: WriteStream, sample: WearerSample) => {
  if (!stream.write(`${csvLine(sample)}\n`)) await once(stream, 'drain');
};

const close = async (stream: WriteStream) => {
  stream.end();
  await once(stream, 'finish');
};

const writeScenarios = async (folder: string, seed: number) => {
  await mkdir(folder, { recursive: true });
  for (const name of scenarioNames) {
    const stream = await openCsv(path.join(folder, `${name}.csv`));
    for (const sample of generateScenario(name, seed)) await writeSample(stream, sample);
    await close(stream);
  }
};

/** What the watches of made-up people record, and what is wrong in it. */
export const generateWearableFiles = async (options: GenerateWearableOptions): Promise<void> => {
  const { samples, seed, output } = options;
  const progress = makeProgress(process.stderr, Date.now);
  progress.step(`Making ${samples.toLocaleString('en')} samples of a watch (seed ${seed})`);
  await mkdir(output, { recursive: true });
  const all = await openCsv(path.join(output, 'health_metrics.csv'));
  const normal = await openCsv(path.join(output, 'normal_data.csv'));
  const anomalous = await openCsv(path.join(output, 'anomalous_data.csv'));
  const people = new Set<string>();
  let made = 0;
  let labelled = 0;
  for (const sample of generateWearable(options)) {
    await writeSample(all, sample);
    await writeSample(sample.isAnomalousSession ? anomalous : normal, sample);
    people.add(sample.userId);
    if (sample.label !== normalLabel) labelled += 1;
    progress.tick(++made, samples, 'samples');
  }
  for (const stream of [all, normal, anomalous]) await close(stream);
  await writeScenarios(path.join(output, 'scenarios'), seed);
  progress.done(`${scenarioNames.length} scenarios beside them`);
  const result = { output: path.resolve(output), samples: made, people: people.size, labelled, seed };
  process.stdout.write(
    options.json
      ? `${JSON.stringify(result)}\n`
      : `${made.toLocaleString('en')} samples of ${people.size} people in ${output}, ` +
          `${labelled.toLocaleString('en')} of them labelled as anomalous\n`,
  );
};
