import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { makeDynamoDbModelRegistry } from '../../lambdas/shared/adapters/dynamodb-model-registry.ts';
import { makeS3PublishedModels } from '../../lambdas/shared/adapters/s3-published-models.ts';
import { systemClock } from '../../lambdas/shared/adapters/system-clock.ts';
import { makePublishDetector } from '../../lambdas/shared/publish-detector.ts';
import { decideDetectorApproval } from '../../ml/evaluation/detector-gate.ts';
import { byHand } from '../cli/by-hand.ts';
import { readModelFolder } from '../cli/read-model-folder.ts';

export interface PublishOptions {
  readonly model: string;
  readonly bucket: string;
  readonly table: string;
  readonly approve: boolean;
  readonly json: boolean;
}

/** Puts a trained model into the bucket and the registry; the Lambda scores with the newest approved one. */
export const publishLstmAutoencoder = async (options: PublishOptions): Promise<void> => {
  const { files, metrics } = await readModelFolder(options.model);
  const publish = makePublishDetector({
    published: makeS3PublishedModels({ client: new S3Client({}), bucket: options.bucket }),
    registry: makeDynamoDbModelRegistry({ client: new DynamoDBClient({}), tableName: options.table }),
    clock: systemClock,
  });
  const gate = decideDetectorApproval(metrics);
  const decision = options.approve ? byHand(gate) : gate;
  const published = await publish({
    files,
    metrics,
    decision,
    // A model that the gate refused and a person then lets through is another entry.
    jobName: (version) => `published-${options.approve ? 'by-hand-' : ''}${version}`,
  });
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ ...published, reasons: decision.reasons })}\n`);
    return;
  }
  const standing = published.isNew ? published.status : `${published.status}, as it was before`;
  const lines = [
    `lstm-autoencoder version ${published.number}: ${standing}`,
    ...decision.reasons.map((reason) => `  ${reason}`),
    published.modelDataUrl,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
};
