import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { makeCatalog } from '../../lib/catalog.ts';
import { Config } from '../../lib/config.ts';
import { detectorModelName } from '../../ml/evaluation/detector-model-name.ts';
import { makeFusedEngine } from '../../ml/lstm/fused-engine.ts';
import { initialNetwork } from '../../ml/lstm/initial-network.ts';
import { toArtifacts } from '../../ml/lstm/to-artifacts.ts';
import { generateWearable } from '../../ml/synthetic/wearable/generate-wearable.ts';
import { defaultModelSettings } from '../../ml/wearable/model-settings.ts';
import { describePublishedModel, publishedFolder } from '../../ml/wearable/published-model.ts';
import { calibrateDetector } from '../../ml/wearable/training/calibrate-detector.ts';
import { prepareTraining } from '../../ml/wearable/training/prepare-training.ts';
import type { TestAws } from './local-aws.ts';

export interface UntrainedShape {
  readonly units: readonly number[];
  readonly encodingDim: number;
}

const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

/**
 * The files of a wearable model that learnt nothing, as they are published: of true form, size and speed, for tests
 * that care how a model is carried and not what it says.
 */
export const untrainedModelFiles = ({
  units,
  encodingDim,
}: UntrainedShape): ReadonlyMap<string, Uint8Array> => {
  const settings = defaultModelSettings;
  const samples = [...generateWearable({ samples: 2500, seed: 7, people: 2 })];
  const byUser = Map.groupBy(samples, ({ userId }) => userId);
  const prepared = prepareTraining(byUser, settings, { seed: 7, validationShare: 0.5 });
  const network = initialNetwork({
    steps: settings.stepsPerWindow,
    features: settings.featureNames.length,
    encodingDim,
    units,
    seed: 7,
  });
  const { threshold } = calibrateDetector(makeFusedEngine(network), prepared.data, {
    errorKind: 'mse',
    percentile: 95,
    settings,
  });
  const { modelJson, weightsBin } = toArtifacts(network);
  const files = new Map<string, Uint8Array>([
    ['model.json', Buffer.from(modelJson)],
    ['weights.bin', weightsBin],
    ['threshold.json', json(threshold)],
    ['normalization_params.json', json(prepared.normalization)],
    ['model_settings.json', json(settings)],
  ]);
  const metadata = describePublishedModel(files, { createdAt: '2026-01-01T00:00:00Z', metrics: null });
  return new Map([...files, ['metadata.json', json(metadata)]]);
};

/** Puts the files where the API looks for its model, as approved version 1. */
export const publishUntrainedModel = async (
  client: TestAws['client'],
  files: ReadonlyMap<string, Uint8Array>,
): Promise<void> => {
  const { buckets, tables } = makeCatalog(Config.parse({}));
  const bucket = buckets.mlModels.name.replace('{account}', '000000000000');
  const folder = publishedFolder('0123456789abcdef');
  const s3 = new S3Client({ ...client, forcePathStyle: true });
  for (const [name, Body] of files) {
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key: `${folder}${name}`, Body }));
  }
  const documents = DynamoDBDocumentClient.from(new DynamoDBClient(client));
  await documents.send(
    new PutCommand({
      TableName: tables.modelRegistry.name,
      Item: {
        modelName: detectorModelName,
        version: 1,
        status: 'approved',
        modelDataUrl: `s3://${bucket}/${folder}`,
      },
    }),
  );
};
