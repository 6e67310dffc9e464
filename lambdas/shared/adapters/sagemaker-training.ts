import {
  CreateTrainingJobCommand,
  type CreateTrainingJobCommandInput,
  ResourceInUse,
  type SageMakerClient,
} from '@aws-sdk/client-sagemaker';
import { modelHome, type TrainedModelName, trainedModelName } from '../model-home.ts';
import type { Sleep } from '../ports/sleep.ts';
import type { TrainingJobSpec, TrainingService } from '../ports/training-service.ts';
import { describeTrainingJob } from './sagemaker-describe.ts';

export interface SageMakerSettings {
  readonly image: string;
  readonly roleArn: string;
  /** Empty: SageMaker's own key. */
  readonly volumeKeyId: string;
  readonly outputKeyId: string;
  readonly instanceType: string;
  readonly useSpot: boolean;
  readonly bucket: string;
}

const maxRuntimeSeconds = 3_600;
/** Runtime and the wait for spot capacity together. */
const maxWaitSeconds = 4 * 3_600;
const volumeGb = 10;

/** Training jobs of Amazon SageMaker: network-isolated, encrypted, on spot capacity with a checkpoint. */
export const makeSageMakerTraining = (options: {
  client: SageMakerClient;
  settings: SageMakerSettings;
  sleep: Sleep;
}): TrainingService => {
  const { client, settings, sleep } = options;
  return {
    start: async (spec) => {
      try {
        const created = await client.send(new CreateTrainingJobCommand(trainingJobInput(spec, settings)));
        return { jobArn: created.TrainingJobArn ?? '' };
      } catch (error) {
        if (error instanceof ResourceInUse) return undefined;
        throw error;
      }
    },
    describe: (jobName) => describeTrainingJob(client, jobName, sleep),
  };
};

/** The CreateTrainingJob request of one training. */
export const trainingJobInput = (
  spec: TrainingJobSpec,
  settings: SageMakerSettings,
): CreateTrainingJobCommandInput => ({
  TrainingJobName: spec.jobName,
  RoleArn: settings.roleArn,
  AlgorithmSpecification: { TrainingImage: settings.image, TrainingInputMode: 'File' },
  HyperParameters: { ...spec.hyperParameters },
  InputDataConfig: [
    channel('train', spec.trainPath),
    channel(judgingChannel(trainedModelName(spec.hyperParameters)), spec.validationPath),
  ],
  OutputDataConfig: {
    S3OutputPath: modelHome(settings.bucket, trainedModelName(spec.hyperParameters)),
    ...(settings.outputKeyId === '' ? {} : { KmsKeyId: settings.outputKeyId }),
  },
  ResourceConfig: {
    InstanceType: instanceType(settings.instanceType),
    InstanceCount: 1,
    VolumeSizeInGB: volumeGb,
    ...(settings.volumeKeyId === '' ? {} : { VolumeKmsKeyId: settings.volumeKeyId }),
  },
  EnableNetworkIsolation: true,
  EnableInterContainerTrafficEncryption: true,
  EnableManagedSpotTraining: settings.useSpot,
  StoppingCondition: {
    MaxRuntimeInSeconds: maxRuntimeSeconds,
    ...(settings.useSpot ? { MaxWaitTimeInSeconds: maxWaitSeconds } : {}),
  },
  ...(settings.useSpot
    ? {
        CheckpointConfig: {
          S3Uri: `s3://${settings.bucket}/checkpoints/${trainedModelName(spec.hyperParameters)}/${spec.jobName}/`,
        },
      }
    : {}),
  RetryStrategy: { MaximumRetryAttempts: 2 },
  Tags: [
    { Key: 'application', Value: 'wellcast' },
    { Key: 'model', Value: trainedModelName(spec.hyperParameters) },
  ],
});

type InstanceType = NonNullable<NonNullable<CreateTrainingJobCommandInput['ResourceConfig']>['InstanceType']>;

/** The SDK lists the types of its day; SageMaker itself refuses one that it does not have. */
const instanceType = (name: string): InstanceType => name as InstanceType;

/** A detector holds normal windows back by itself; what it is judged by, labelled, is a channel of its own. */
const judgingChannel = (modelName: TrainedModelName) => (modelName === 'crisis' ? 'validation' : 'test');

const channel = (ChannelName: string, S3Uri: string) => ({
  ChannelName,
  ContentType: 'text/csv',
  DataSource: {
    S3DataSource: {
      S3DataType: 'S3Prefix' as const,
      S3Uri,
      S3DataDistributionType: 'FullyReplicated' as const,
    },
  },
});
