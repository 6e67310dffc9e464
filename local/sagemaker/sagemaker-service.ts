import * as z from 'zod';
import { AwsError } from '../protocol/aws-error.ts';
import { type JsonOperation, makeAwsJsonService, parseInput } from '../protocol/aws-json-service.ts';
import type { LocalService } from '../service.ts';
import { CreateTrainingJobInput, trainingJobName } from './create-training-job-input.ts';
import { isInvocation } from './invoke-endpoint.ts';
import { describeTrainingJob, type TrainingJob, trainingJobArn } from './training-job.ts';
import type { TrainingJobs } from './training-jobs.ts';

const NameInput = z.object({ TrainingJobName: trainingJobName });

const ListInput = z.object({
  MaxResults: z.int().min(1).max(100).default(10),
  NextToken: z.string().optional(),
  NameContains: z.string().optional(),
  StatusEquals: z.enum(['InProgress', 'Completed', 'Failed', 'Stopping', 'Stopped']).optional(),
  SortBy: z.enum(['Name', 'CreationTime', 'Status']).default('CreationTime'),
  SortOrder: z.enum(['Ascending', 'Descending']).default('Ascending'),
});

const summary = (job: TrainingJob) => {
  const {
    TrainingJobName,
    TrainingJobArn,
    CreationTime,
    LastModifiedTime,
    TrainingEndTime,
    TrainingJobStatus,
  } = describeTrainingJob(job);
  return {
    TrainingJobName,
    TrainingJobArn,
    CreationTime,
    LastModifiedTime,
    TrainingEndTime,
    TrainingJobStatus,
  };
};

const sortKey = {
  Name: 'TrainingJobName',
  CreationTime: 'CreationTime',
  Status: 'TrainingJobStatus',
} as const;

const compare = (a: unknown, b: unknown): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1;

export interface SageMakerServiceParts {
  readonly jobs: TrainingJobs;
  /** On models, endpoint configurations and endpoints. */
  readonly hosting: Readonly<Record<string, JsonOperation>>;
  /** Answers requests to endpoints, which are signed for SageMaker too. */
  readonly invoke: LocalService['handle'];
  readonly close: () => Promise<void>;
}

/** SageMaker: training jobs to create, describe, list and stop; models, endpoints, and the runtime that invokes them. */
export const makeSageMakerService = (parts: SageMakerServiceParts): LocalService => {
  const { jobs } = parts;
  const find = (input: unknown): TrainingJob => {
    const job = jobs.find(parseInput(NameInput, input).TrainingJobName);
    if (job === undefined) throw new AwsError('ValidationException', 'Requested resource not found.');
    return job;
  };

  const list = (input: unknown) => {
    const query = parseInput(ListInput, input);
    const found = jobs
      .all()
      .map(summary)
      .filter(({ TrainingJobName }) => String(TrainingJobName).includes(query.NameContains ?? ''))
      .filter(({ TrainingJobStatus }) => TrainingJobStatus === (query.StatusEquals ?? TrainingJobStatus))
      .sort((a, b) => compare(a[sortKey[query.SortBy]], b[sortKey[query.SortBy]]));
    if (query.SortOrder === 'Descending') found.reverse();
    const from = Number(query.NextToken ?? 0);
    const to = from + query.MaxResults;
    return {
      TrainingJobSummaries: found.slice(from, to),
      ...(to < found.length ? { NextToken: String(to) } : {}),
    };
  };

  const control = makeAwsJsonService({
    signingNames: ['sagemaker'],
    targetPrefix: 'SageMaker',
    operations: {
      CreateTrainingJob: (input) => {
        const job = jobs.create(parseInput(CreateTrainingJobInput, input));
        return { TrainingJobArn: trainingJobArn(job.request.TrainingJobName) };
      },
      DescribeTrainingJob: (input) => describeTrainingJob(find(input)),
      ListTrainingJobs: list,
      StopTrainingJob: (input) => jobs.stop(find(input)),
      ...parts.hosting,
    },
    close: parts.close,
  });
  return {
    ...control,
    handle: (request, response) =>
      isInvocation(request) ? parts.invoke(request, response) : control.handle(request, response),
  };
};
