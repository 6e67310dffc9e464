import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { S3Client } from '@aws-sdk/client-s3';
import { makeDynamoDbModelRegistry } from '../../lambdas/shared/adapters/dynamodb-model-registry.ts';
import { makeEventBridgeModelApprovals } from '../../lambdas/shared/adapters/eventbridge-model-approvals.ts';
import { makeS3ModelArchives } from '../../lambdas/shared/adapters/s3-model-archives.ts';
import { systemClock } from '../../lambdas/shared/adapters/system-clock.ts';
import { makePublishCustomerHealth } from '../../lambdas/shared/publish-customer-health.ts';
import {
  CustomerHealthMetrics,
  decideCustomerHealthApproval,
} from '../../ml/models/customer-health/customer-health-gate.ts';
import { byHand } from '../cli/by-hand.ts';
import { type ModelSource, packageFrom } from '../cli/customer-model.ts';
import { UsageError } from '../cli/usage-error.ts';
import { archiveOf } from '../cli/write-archive.ts';

export interface PublishCustomerHealthOptions extends ModelSource {
  readonly bucket: string;
  readonly table: string;
  readonly approve: boolean;
  readonly json: boolean;
}

const metricsOf = (content: Uint8Array | undefined): CustomerHealthMetrics | null => {
  if (content === undefined) return null;
  try {
    return CustomerHealthMetrics.parse(JSON.parse(Buffer.from(content).toString('utf8')));
  } catch {
    throw new UsageError('metrics.json is torn, or of another release: train the model again');
  }
};

/**
 * Puts a trained model into the bucket and the registry. The gate judges it, or a person lets it through; an approved
 * one is deployed by whoever hears of it.
 */
export const publishCustomerHealth = async (options: PublishCustomerHealthOptions): Promise<void> => {
  const { files, manifest } = await packageFrom(options);
  const metrics = metricsOf(files.get('metrics.json'));
  const gate = decideCustomerHealthApproval(metrics);
  const decision = options.approve ? byHand(gate) : gate;
  const publish = makePublishCustomerHealth({
    archives: makeS3ModelArchives({ client: new S3Client({}), bucket: options.bucket }),
    registry: makeDynamoDbModelRegistry({ client: new DynamoDBClient({}), tableName: options.table }),
    approvals: makeEventBridgeModelApprovals({ client: new EventBridgeClient({}) }),
    clock: systemClock,
  });
  const published = await publish({
    archive: await archiveOf(files),
    version: manifest.version,
    metrics,
    decision,
    // A model that the gate refused and a person then lets through is another entry.
    jobName: `published-${options.approve ? 'by-hand-' : ''}${manifest.version}`,
  });
  if (options.json) {
    process.stdout.write(
      `${JSON.stringify({ ...published, version: manifest.version, reasons: decision.reasons })}\n`,
    );
    return;
  }
  const standing = published.isNew ? published.status : `${published.status}, as it was before`;
  const lines = [
    `customer-health version ${published.number}: ${standing}`,
    ...decision.reasons.map((reason) => `  ${reason}`),
    published.modelDataUrl,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
};
