import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { describe, expect, it } from 'vitest';
import {
  makeSageMakerTraining,
  type SageMakerSettings,
  trainingJobInput,
} from '../../../../lambdas/shared/adapters/sagemaker-training.ts';
import { fakeSleep } from '../../support/fake-sleep.ts';
import { type StubResponse, stubHttp } from '../../support/stub-http.ts';

const settings: SageMakerSettings = {
  image: 'image',
  roleArn: 'role',
  volumeKeyId: 'volume-key',
  outputKeyId: 'output-key',
  instanceType: 'ml.m5.large',
  useSpot: true,
  bucket: 'models',
};
const spec = {
  jobName: 'job',
  trainPath: 's3://models/training/train_1.csv',
  validationPath: 's3://models/training/validation_1.csv',
  hyperParameters: { seed: '1' },
};

const channel = (ChannelName: string, S3Uri: string) => ({
  ChannelName,
  ContentType: 'text/csv',
  DataSource: {
    S3DataSource: { S3DataType: 'S3Prefix', S3Uri, S3DataDistributionType: 'FullyReplicated' },
  },
});

describe('a training job', () => {
  it('is isolated, encrypted, on spot with a checkpoint, and reads exactly the two files', () => {
    expect(trainingJobInput(spec, settings)).toMatchObject({
      TrainingJobName: 'job',
      EnableNetworkIsolation: true,
      EnableInterContainerTrafficEncryption: true,
      EnableManagedSpotTraining: true,
      HyperParameters: { seed: '1' },
      InputDataConfig: [channel('train', spec.trainPath), channel('validation', spec.validationPath)],
      OutputDataConfig: { S3OutputPath: 's3://models/models/crisis/', KmsKeyId: 'output-key' },
      ResourceConfig: { InstanceType: 'ml.m5.large', InstanceCount: 1, VolumeKmsKeyId: 'volume-key' },
      CheckpointConfig: { S3Uri: 's3://models/checkpoints/crisis/job/' },
      StoppingCondition: { MaxRuntimeInSeconds: 3600, MaxWaitTimeInSeconds: 14_400 },
    });
  });

  it('of a wearable model is judged by its own channel, and leaves archive and checkpoint at that model', () => {
    const wearable = { ...spec, hyperParameters: { algorithm: 'lstm-autoencoder' } };
    expect(trainingJobInput(wearable, settings)).toMatchObject({
      InputDataConfig: [channel('train', spec.trainPath), channel('test', spec.validationPath)],
      OutputDataConfig: { S3OutputPath: 's3://models/models/lstm-autoencoder/' },
      CheckpointConfig: { S3Uri: 's3://models/checkpoints/lstm-autoencoder/job/' },
      Tags: expect.arrayContaining([{ Key: 'model', Value: 'lstm-autoencoder' }]),
    });
  });

  it('without spot has neither checkpoint nor waiting time, and without keys uses SageMaker’s own', () => {
    const input = trainingJobInput(spec, { ...settings, useSpot: false, volumeKeyId: '', outputKeyId: '' });
    expect(input.CheckpointConfig).toBeUndefined();
    expect(input.StoppingCondition).toEqual({ MaxRuntimeInSeconds: 3600 });
    expect(input.ResourceConfig).not.toHaveProperty('VolumeKmsKeyId');
    expect(input.OutputDataConfig).not.toHaveProperty('KmsKeyId');
  });
});

const trainingThat = (respond: (call: number) => StubResponse) => {
  let calls = 0;
  const { sleep, waitsMs } = fakeSleep();
  const client = new SageMakerClient(
    stubHttp(() => {
      calls += 1;
      return respond(calls);
    }),
  );
  return { training: makeSageMakerTraining({ client, settings, sleep }), waitsMs };
};
const refusal = (type: string, message: string): StubResponse => ({
  statusCode: 400,
  body: JSON.stringify({ __type: type, message }),
});

describe('SageMaker', () => {
  it('that has a job of the name answers undefined, other refusals are thrown', async () => {
    const taken = trainingThat(() => refusal('ResourceInUse', 'Job name must be unique'));
    expect(await taken.training.start(spec)).toBeUndefined();
    const limited = trainingThat(() => refusal('ResourceLimitExceeded', 'no instances'));
    await expect(limited.training.start(spec)).rejects.toMatchObject({ name: 'ResourceLimitExceeded' });
  });

  it('is asked again for a job that cannot be seen yet', async () => {
    const job = {
      TrainingJobArn: 'arn',
      TrainingJobStatus: 'Failed',
      FailureReason: 'why',
      ModelArtifacts: { S3ModelArtifacts: 's3://m' },
      OutputDataConfig: { S3OutputPath: 's3://o' },
    };
    const { training, waitsMs } = trainingThat((call) =>
      call < 3
        ? refusal('ValidationException', 'Requested resource not found.')
        : { body: JSON.stringify(job) },
    );
    expect(await training.describe('job')).toEqual({
      jobName: 'job',
      jobArn: 'arn',
      status: 'Failed',
      hyperParameters: {},
      failureReason: 'why',
      modelDataUrl: 's3://m',
      outputPath: 's3://o',
    });
    expect(waitsMs).toEqual([500, 1000]);
  });

  it('knows no such job after four looks, and says so when it refuses otherwise', async () => {
    const none = trainingThat(() => refusal('ValidationException', 'Requested resource not found.'));
    expect(await none.training.describe('job')).toBeUndefined();
    expect(none.waitsMs).toHaveLength(3);
    const denied = trainingThat(() => refusal('AccessDeniedException', 'no'));
    await expect(denied.training.describe('job')).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });
});
