import * as z from 'zod';
import { parseRequest } from '../shared/runtime/parse-request.ts';

const eventText = 'an EventBridge event "SageMaker Training Job State Change"';
const status = z.enum(['InProgress', 'Completed', 'Failed', 'Stopping', 'Stopped'], {
  error: 'one of InProgress, Completed, Failed, Stopping, Stopped',
});
const jobName = z
  .string({ error: "a training job's name" })
  .regex(/^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$/, { error: "a training job's name" });

/** The event as AWS sends it; of its detail, which repeats the whole job, what is used here. */
export const TrainingJobStateEvent = z.object(
  {
    source: z.literal('aws.sagemaker', { error: '"aws.sagemaker"' }),
    'detail-type': z.literal('SageMaker Training Job State Change', {
      error: '"SageMaker Training Job State Change"',
    }),
    detail: z.object(
      {
        TrainingJobName: jobName,
        TrainingJobStatus: status,
        FailureReason: z.string().optional(),
        ModelArtifacts: z.object({ S3ModelArtifacts: z.string().optional() }).optional(),
        OutputDataConfig: z.object({ S3OutputPath: z.string().optional() }).optional(),
        /** Milliseconds since 1970 UTC. */
        TrainingEndTime: z.number().optional(),
        LastModifiedTime: z.number().optional(),
      },
      { error: 'the job' },
    ),
  },
  { error: eventText },
);

export type TrainingJobStateEvent = z.infer<typeof TrainingJobStateEvent>;

export interface RecordTrainingJobStateResult {
  readonly jobName: string;
  readonly status: string;
  /** `ignored`: not our job, or it had ended in another state before. */
  readonly outcome: 'recorded' | 'ignored';
  readonly modelVersion?: number;
}

/** @throws {InvalidRequestError} naming the wrong field */
export const parseTrainingJobStateEvent = (input: unknown): TrainingJobStateEvent =>
  parseRequest(TrainingJobStateEvent, input);
