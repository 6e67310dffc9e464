import * as z from 'zod';
import { Estimate } from '../../ml/evaluation/model-metrics.ts';
import { preparationApi } from '../cli/preparation-api.ts';
import type { DemoContext } from './demo-context.ts';
import type { DemoResult } from './demo-result.ts';
import type { WearableDemoResult } from './wearable-demo.ts';

const History = z.looseObject({ records: z.array(z.unknown()) });
const DatasetList = z.looseObject({ datasets: z.array(z.unknown()) });

/** What a gate has measured of a model before it was registered. */
interface Judged {
  readonly modelId: string;
  readonly version: number;
  readonly split: 'validation' | 'test';
  readonly metrics: Readonly<Record<string, Estimate>>;
}

export interface DashboardDemoResult {
  /** Signs in by itself, until this process ends. */
  readonly address: string;
  readonly datasets: number;
}

const judgedModels = (crisis: DemoResult, wearable: WearableDemoResult): Judged[] => {
  const { auc, prAuc, recall, specificity } = crisis.model.metrics;
  const { version, metrics } = wearable.model;
  const test = metrics?.test ?? null;
  return [
    {
      modelId: 'crisis',
      version: crisis.model.version,
      split: 'validation',
      metrics: { auc, prAuc, recall, specificity },
    },
    ...(test === null
      ? []
      : [
          {
            modelId: 'lstm-autoencoder',
            version,
            split: 'test' as const,
            metrics: {
              auc: Estimate.parse(test.auc),
              recall: Estimate.parse(test.recall),
              falsePositiveRate: Estimate.parse(test.falsePositiveRate),
            },
          },
        ]),
  ];
};

/** What the other parts have made, registered as every night, and what their gates measured: all on one page. */
export const runDashboardDemo = async (
  { aws, options, progress }: DemoContext,
  crisis: DemoResult,
  wearable: WearableDemoResult,
): Promise<DashboardDemoResult> => {
  progress.step('Registering datasets and figures: the dashboard');
  for (const { name } of aws.schedules.filter((schedule) => schedule.name.endsWith('-nightly-version'))) {
    await aws.fireSchedule(name);
  }
  await aws.settled();
  const call = await preparationApi({ api: aws.apiEndpoint, dataDir: options.dataDir });
  for (const { modelId, version, split, metrics } of judgedModels(crisis, wearable)) {
    const known = await call(`GET /models/performance?modelId=${modelId}&version=${version}`);
    if (History.parse(known).records.length > 0) continue;
    await call('POST /models/performance', { modelId, version, environment: 'development', split, metrics });
  }
  const { datasets } = DatasetList.parse(await call('GET /datasets'));
  progress.done(`${datasets.length} datasets`);
  return { address: aws.dashboard.address, datasets: datasets.length };
};
