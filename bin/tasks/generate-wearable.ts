import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { csvLine, wearableCsvHeader } from '../../ml/synthetic/wearable/csv-line.ts';
import { generateWearable } from '../../ml/synthetic/wearable/generate-wearable.ts';
import { generateScenario, scenarioNames } from '../../ml/synthetic/wearable/scenarios.ts';
import { normalLabel } from '../../ml/wearable/windows.ts';
import { type LineFile, openLineFile } from '../cli/line-file.ts';
import { outputFolder } from '../cli/output-folder.ts';
import { makeProgress } from '../cli/progress.ts';

export interface GenerateWearableOptions {
  readonly samples: number;
  readonly seed: number;
  readonly people?: number;
  readonly output: string;
  readonly json: boolean;
}

/** Files that are written together: all of them whole, or none. */
const writeTogether = async (
  paths: readonly string[],
  write: (files: readonly LineFile[]) => Promise<void>,
): Promise<void> => {
  const files: LineFile[] = [];
  try {
    for (const file of paths) files.push(await openLineFile(file));
    for (const file of files) await file.write(wearableCsvHeader);
    await write(files);
    for (const file of files) await file.close();
  } catch (error) {
    for (const file of files) await file.abandon();
    throw error;
  }
};

const writeScenarios = async (folder: string, seed: number): Promise<void> => {
  await mkdir(folder, { recursive: true });
  for (const name of scenarioNames) {
    await writeTogether([path.join(folder, `${name}.csv`)], async ([file]) => {
      for (const sample of generateScenario(name, seed)) await file?.write(csvLine(sample));
    });
  }
};

/** What the watches of made-up people record, and what is wrong in it. */
export const generateWearableFiles = async (options: GenerateWearableOptions): Promise<void> => {
  const { samples, seed, output } = options;
  const progress = makeProgress(process.stderr, Date.now);
  progress.step(`Making ${samples.toLocaleString('en')} samples of a watch (seed ${seed})`);
  await outputFolder(output);
  const people = new Set<string>();
  let made = 0;
  let labelled = 0;
  const names = ['health_metrics.csv', 'normal_data.csv', 'anomalous_data.csv'];
  const paths = names.map((name) => path.join(output, name));
  await writeTogether(paths, async ([all, normal, anomalous]) => {
    for (const sample of generateWearable(options)) {
      const line = csvLine(sample);
      await all?.write(line);
      await (sample.isAnomalousSession ? anomalous : normal)?.write(line);
      people.add(sample.userId);
      if (sample.label !== normalLabel) labelled += 1;
      progress.tick(++made, samples, 'samples');
    }
  });
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
