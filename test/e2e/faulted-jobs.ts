import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { goodMetrics } from '../lambdas/support/model-metrics.ts';
import type { Fault } from '../support/aws-fault.ts';
import { type FaultedAws, startFaultedAws } from '../support/faulted-aws.ts';
import { type Answer, invoke } from './app-table.ts';

export const bucket = 'mindmate-ml-models-000000000000';

/** One fault of each effect: done or not, tried again or not, alone or with all that follows. */
export const jobFaults = ['reset-after', 'throttled', 'refused-before', 'dead-after', 'cut'] as const;

export interface FaultedJobs extends FaultedAws {
  readonly documents: DynamoDBDocumentClient;
  /** Invokes with a fault at the n-th call or with none; no answer: the function threw. */
  attempt(
    functionName: string,
    request: object,
    fault?: { readonly at: number; readonly fault: Fault },
  ): Promise<{ readonly answer?: Answer; readonly calls: readonly string[] }>;
  /** The row of a training job. */
  rowOf(jobName: string): Promise<Record<string, unknown> | undefined>;
  /** Resolves when SageMaker is done with a job. */
  ended(jobName: string): Promise<unknown>;
}

/** Leaves good metrics, and fails where the hyper-parameters say so. */
const container = `echo '${JSON.stringify(goodMetrics)}' > "$ML_ROOT/model/metrics.json"
! grep -q fail "$ML_ROOT/input/config/hyperparameters.json"`;

/** A local AWS with a tiny dataset, whose functions around training jobs go through a proxy that does harm. */
export const startFaultedJobs = async (): Promise<FaultedJobs> => {
  const faulted = await startFaultedAws(
    ['triggerModelTraining', 'recordTrainingJobState'],
    // The tests deliver events by hand, one at a time.
    () => ({ rules: [] }),
    { trainingCommand: ['sh', '-c', container] },
  );
  const { aws, proxy } = faulted;
  const documents = DynamoDBDocumentClient.from(new DynamoDBClient(aws.client));
  const s3 = new S3Client({ ...aws.client, forcePathStyle: true });
  for (const side of ['train', 'validation']) {
    const Key = `training/${side}_1.csv`;
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: `sample_id,x,label\n${side},1,0\n` }));
  }
  return {
    ...faulted,
    documents,
    attempt: async (functionName, request, fault) => {
      proxy.arm(fault);
      const answer = await invoke(aws, functionName, request).catch(() => undefined);
      return { calls: [...proxy.calls], ...(answer === undefined ? {} : { answer }) };
    },
    rowOf: async (jobName) => {
      const Key = { jobId: `training#${jobName}` };
      return (await documents.send(new GetCommand({ TableName: 'MindMate-TrainingJobs', Key }))).Item;
    },
    ended: (jobName) =>
      aws.waitFor(
        (event) =>
          event.kind === 'training-state' &&
          event.jobName === jobName &&
          ['Completed', 'Failed'].includes(event.status),
      ),
  };
};
