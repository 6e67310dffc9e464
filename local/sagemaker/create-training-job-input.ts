import * as z from 'zod';

/** A text of a form, refused in the words of SageMaker. */
export const memberPattern = (expression: RegExp) =>
  z
    .string('Member must not be null')
    .regex(expression, `Member must satisfy regular expression pattern: ${expression.source.slice(1, -1)}`);

export const s3Uri = memberPattern(/^(https|s3):\/\/([^/]+)\/?(.*)$/);
const positive = z.int('Member must not be null').min(1, 'Member must have value greater than or equal to 1');

/** The rule for the name of a training job: 1–63 letters, digits and single or repeated inner hyphens. */
export const trainingJobName = memberPattern(/^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$/);

const Channel = z.looseObject({
  ChannelName: memberPattern(/^[A-Za-z0-9.\-_]{1,64}$/),
  ContentType: z.string().optional(),
  InputMode: z.enum(['File', 'Pipe', 'FastFile']).optional(),
  DataSource: z.looseObject({
    S3DataSource: z.looseObject({
      S3DataType: z.literal('S3Prefix', "the local SageMaker reads 'S3Prefix' only"),
      S3Uri: s3Uri,
      S3DataDistributionType: z.enum(['FullyReplicated', 'ShardedByS3Key']).optional(),
    }),
  }),
});

/** What CreateTrainingJob takes, as far as it is checked; other members are kept and described again. */
export const CreateTrainingJobInput = z
  .looseObject({
    TrainingJobName: trainingJobName,
    RoleArn: memberPattern(/^arn:aws[a-z-]*:iam::\d{12}:role\/?[a-zA-Z_0-9+=,.@\-_/]+$/),
    AlgorithmSpecification: z.looseObject({
      TrainingImage: z.string('Member must not be null').max(255),
      TrainingInputMode: z.enum(
        ['File', 'Pipe', 'FastFile'],
        'Member must satisfy enum value set: [Pipe, File, FastFile]',
      ),
    }),
    HyperParameters: z
      .record(z.string().max(256), z.string('Member must be a string').max(2500))
      .refine((values) => Object.keys(values).length <= 100, 'Map size must be at most 100')
      .optional(),
    Environment: z.record(z.string(), z.string()).optional(),
    InputDataConfig: z.array(Channel).min(1).max(20).optional(),
    OutputDataConfig: z.looseObject({ S3OutputPath: s3Uri }),
    ResourceConfig: z.looseObject({
      InstanceType: memberPattern(/^ml\.[a-z0-9-]+\.[a-z0-9]+$/),
      InstanceCount: positive,
      VolumeSizeInGB: positive,
    }),
    StoppingCondition: z.looseObject({
      MaxRuntimeInSeconds: positive.optional(),
      MaxWaitTimeInSeconds: positive.optional(),
    }),
    CheckpointConfig: z.looseObject({ S3Uri: s3Uri }).optional(),
    EnableManagedSpotTraining: z.boolean().optional(),
    EnableNetworkIsolation: z.boolean().optional(),
  })
  .superRefine(({ EnableManagedSpotTraining: spot, StoppingCondition: limits }, context) => {
    const { MaxRuntimeInSeconds: run = 86_400, MaxWaitTimeInSeconds: wait } = limits;
    const path = ['StoppingCondition', 'MaxWaitTimeInSeconds'];
    if (spot === true && wait === undefined) {
      context.addIssue({ code: 'custom', path, message: 'must be set when spot training is enabled' });
    } else if (wait !== undefined && spot !== true) {
      context.addIssue({ code: 'custom', path, message: 'must not be set unless spot training is enabled' });
    } else if (wait !== undefined && wait < run) {
      context.addIssue({ code: 'custom', path, message: 'must not be less than MaxRuntimeInSeconds' });
    }
  });

export type CreateTrainingJobInput = z.infer<typeof CreateTrainingJobInput>;
