import path from 'node:path';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type DemoContext, demoCatalog } from './demo-context.ts';
import { runWellcast } from './run-wellcast.ts';

const modelName = 'lstm-autoencoder';
const samples = 30_000;
/** A small network, so that half a minute is enough: the seed's own has 128, 64 and 32, and a hundred epochs. */
const small = ['--units', '24,12', '--encoding-dim', '6', '--stride', '8', '--epochs', '8'];

const Estimate = z.looseObject({ value: z.number(), low: z.number(), high: z.number() });

/** What the demonstration shows of a wearable model; read from the registry. */
export const WearableModelRow = z.looseObject({
  version: z.number(),
  status: z.string(),
  reasons: z.array(z.string()),
  metrics: z
    .looseObject({
      trainWindows: z.number(),
      test: z
        .looseObject({
          auc: Estimate,
          recall: Estimate,
          falsePositiveRate: Estimate,
          baselines: z.record(z.string(), z.looseObject({ auc: Estimate })),
        })
        .nullable(),
    })
    .nullable(),
});
export type WearableModelRow = z.infer<typeof WearableModelRow>;

const liveModel = async ({ clients }: DemoContext): Promise<WearableModelRow | undefined> => {
  const { Items = [] } = await clients.documents.send(
    new QueryCommand({
      TableName: demoCatalog.tables.modelRegistry.name,
      KeyConditionExpression: 'modelName = :name',
      FilterExpression: '#status = :approved',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':name': modelName, ':approved': 'approved' },
      ScanIndexForward: false,
    }),
  );
  return Items[0] === undefined ? undefined : WearableModelRow.parse(Items[0]);
};

/**
 * A small wearable model, made as anybody would by three commands: data, training on what is normal in it, judged
 * on sessions with an anomaly, published. One that an earlier start has published is taken as it is.
 *
 * @param seed - decides data and first weights
 */
export const demoWearableModel = async (context: DemoContext, seed: number): Promise<WearableModelRow> => {
  const { options, progress } = context;
  const known = await liveModel(context);
  if (known !== undefined) {
    progress.step(`Reusing version ${known.version} of the wearable model`);
    return known;
  }
  const folder = path.join(options.dataDir, 'wearable');
  const data = path.join(folder, 'data');
  const model = path.join(folder, 'model');
  const common = ['--seed', String(seed), '--json'];
  await runWellcast(
    ['generate', 'wearable', '--samples', String(samples), '--output', data, ...common],
    context,
  );
  await runWellcast(
    [
      ...['train', modelName, ...small, '--output', model, ...common],
      ...['--data', path.join(data, 'normal_data.csv'), '--test-data', path.join(data, 'anomalous_data.csv')],
    ],
    context,
  );
  const publish = ['publish', modelName, '--model', model, '--json'];
  await runWellcast(publish, context);
  const approved = await liveModel(context);
  if (approved !== undefined) return approved;
  // The gate has refused it; the registry says so, and that somebody wanted to see it at work all the same.
  await runWellcast([...publish, '--approve'], context);
  return (await liveModel(context)) ?? fail();
};

const fail = (): never => {
  throw new Error(`no live version of ${modelName} is in the registry after it was published`);
};
