import * as z from 'zod';
import { memberPattern, s3Uri } from './create-training-job-input.ts';

/** The rule for the names of models, endpoint configurations and endpoints. */
const name = memberPattern(/^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$/);

export const CreateModelInput = z.looseObject({
  ModelName: name,
  ExecutionRoleArn: memberPattern(/^arn:aws[a-z-]*:iam::\d{12}:role\/?[a-zA-Z_0-9+=,.@\-_/]+$/),
  PrimaryContainer: z.looseObject({
    Image: z.string('Member must not be null').max(255),
    ModelDataUrl: s3Uri,
    Environment: z.record(z.string(), z.string()).optional(),
  }),
});
export type CreateModelInput = z.infer<typeof CreateModelInput>;

const Variant = z
  .looseObject({
    VariantName: name,
    ModelName: name,
    InstanceType: memberPattern(/^ml\.[a-z0-9-]+\.[a-z0-9]+$/).optional(),
    InitialInstanceCount: z.int().min(1).optional(),
    ServerlessConfig: z
      .looseObject({
        MemorySizeInMB: z
          .int()
          .refine(
            (size) => size % 1024 === 0 && size >= 1024 && size <= 6144,
            'must be 1024, 2048, … or 6144',
          ),
        MaxConcurrency: z.int().min(1).max(200),
      })
      .optional(),
    ContainerStartupHealthCheckTimeoutInSeconds: z.int().min(60).max(3600).optional(),
  })
  .refine(
    ({ InstanceType, ServerlessConfig }) => (InstanceType === undefined) !== (ServerlessConfig === undefined),
    'needs either an InstanceType or a ServerlessConfig',
  );

export const CreateEndpointConfigInput = z.looseObject({
  EndpointConfigName: name,
  ProductionVariants: z.array(Variant).length(1, 'the local SageMaker runs exactly one production variant'),
});
export type CreateEndpointConfigInput = z.infer<typeof CreateEndpointConfigInput>;

export const EndpointInput = z.looseObject({ EndpointName: name, EndpointConfigName: name });
export const ModelName = z.object({ ModelName: name });
export const EndpointConfigName = z.object({ EndpointConfigName: name });
export const EndpointName = z.object({ EndpointName: name });

export const ListInput = z.object({
  MaxResults: z.int().min(1).max(100).default(10),
  NextToken: z.string().optional(),
  NameContains: z.string().optional(),
  StatusEquals: z.string().optional(),
  SortBy: z.enum(['Name', 'CreationTime', 'Status']).default('CreationTime'),
  SortOrder: z.enum(['Ascending', 'Descending']).default('Descending'),
});
export type ListInput = z.infer<typeof ListInput>;
