import { InvalidRequestError } from '../../../ml/invalid-request-error.ts';
import { FeatureSetNotFoundError } from '../feature-set-errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { ConditionalObjects } from '../ports/conditional-objects.ts';
import type { FeatureSets } from '../ports/feature-sets.ts';
import type { JobQueue, PreparationJob, PreparationJobs } from '../ports/preparation-jobs.ts';
import type { StoredVersion } from '../versions/store-version.ts';
import { UploadNotFoundError } from './build-errors.ts';
import type { BuildRequest } from './build-request.ts';

export interface RequestBuildDeps {
  readonly featureSets: Pick<FeatureSets, 'find'>;
  readonly build: (request: BuildRequest, createdBy: string) => Promise<StoredVersion>;
  readonly jobs: PreparationJobs;
  readonly queue: JobQueue;
  readonly objects: ConditionalObjects;
  readonly clock: Clock;
  /** Different at every call. */
  readonly newId: () => string;
  /** Stands for who asked, in the history of versions; the audit trail can tell who it is until they are erased. */
  readonly nameOf: (userId: string) => Promise<string>;
}

export type RequestedBuild =
  | { readonly kind: 'done'; readonly stored: StoredVersion }
  | { readonly kind: 'job'; readonly job: PreparationJob };

/** Rows that are made into a version while their caller waits. */
const mostRowsAtOnce = 2_000;

/** Where the request of a job is kept until it is done; the bucket's lifecycle removes what nobody did. */
export const jobRequestKey = (jobId: string): string => `jobs/${jobId}.json`;

/**
 * Makes a version at once where it is small, else writes a job down for it, keeps its request, and sends it on its
 * way.
 */
export const makeRequestBuild =
  (deps: RequestBuildDeps) =>
  async (request: BuildRequest, createdBy: string): Promise<RequestedBuild> => {
    await requireSources(deps, request);
    if (isSmall(request)) return { kind: 'done', stored: await deps.build(request, createdBy) };
    return { kind: 'job', job: await enqueueBuild(deps, { jobId: deps.newId(), request, createdBy }) };
  };

/** What a job would find out only later. */
const requireSources = async (
  { objects, featureSets, clock }: RequestBuildDeps,
  { source, featureSet }: BuildRequest,
): Promise<void> => {
  if (source.kind === 'upload' && (await objects.head(source.key)) === undefined) {
    throw new UploadNotFoundError();
  }
  if (source.kind === 'users' && Date.parse(source.asOf) > clock.now()) {
    throw new InvalidRequestError([
      { field: 'source.asOf', allowed: 'a moment that has passed', arrived: 'a moment to come' },
    ]);
  }
  if (featureSet === undefined) return;
  if ((await featureSets.find(featureSet.id, featureSet.version)) === undefined) {
    throw new FeatureSetNotFoundError();
  }
};

/**
 * Writes a job down, keeps its request, and sends it on its way. The same id again sends it once more and changes
 * nothing else.
 */
export const enqueueBuild = async (
  deps: Pick<RequestBuildDeps, 'jobs' | 'queue' | 'objects' | 'clock'>,
  {
    jobId,
    request,
    createdBy,
  }: { readonly jobId: string; readonly request: BuildRequest; readonly createdBy: string },
): Promise<PreparationJob> => {
  const known = await deps.jobs.find(jobId);
  if (known !== undefined) {
    if (known.state === 'queued') await deps.queue.send(jobId);
    return known;
  }
  const now = new Date(deps.clock.now()).toISOString();
  const job: PreparationJob = {
    jobId,
    datasetId: request.datasetId,
    requestKey: jobRequestKey(jobId),
    state: 'queued',
    createdBy,
    createdAt: now,
    updatedAt: now,
    attempts: 0,
  };
  const body = JSON.stringify(request);
  await deps.objects.create(job.requestKey, { body, contentType: 'application/json' });
  await deps.jobs.put(job);
  await deps.queue.send(jobId);
  return job;
};

const isSmall = ({ source }: BuildRequest): boolean => {
  if (source.kind === 'rows') return source.rows.length <= mostRowsAtOnce;
  return source.kind === 'csv' && source.csv.split('\n').length <= mostRowsAtOnce;
};
