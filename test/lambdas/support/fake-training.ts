import type {
  TrainingJobSpec,
  TrainingJobState,
  TrainingService,
} from '../../../lambdas/shared/ports/training-service.ts';

/** SageMaker in memory: a name is taken once, and tests say how a job ends. */
export const fakeTraining = () => {
  const jobs = new Map<string, TrainingJobState & { readonly spec: TrainingJobSpec }>();
  const service: TrainingService = {
    start: async (spec) => {
      if (jobs.has(spec.jobName)) return undefined;
      const jobArn = `arn:aws:sagemaker:us-east-1:000000000000:training-job/${spec.jobName}`;
      const { jobName, hyperParameters } = spec;
      jobs.set(jobName, { spec, jobName, jobArn, hyperParameters, status: 'InProgress' });
      return { jobArn };
    },
    describe: async (jobName) => jobs.get(jobName),
  };
  const end = (jobName: string, status: TrainingJobState['status']) => {
    const job = jobs.get(jobName);
    if (job !== undefined) jobs.set(jobName, { ...job, status });
  };
  return { service, jobs, end };
};
