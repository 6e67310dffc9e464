import { DomainError } from '../../../ml/domain-error.ts';
import type { Clock } from '../ports/clock.ts';
import type { ConditionalObjects } from '../ports/conditional-objects.ts';
import type { ObjectVersions } from '../ports/object-versions.ts';
import type { PreparationJob, PreparationJobs } from '../ports/preparation-jobs.ts';
import type { Telemetry } from '../ports/telemetry.ts';
import { statusOfCode } from '../runtime/status-of-code.ts';
import type { StoredVersion } from '../versions/store-version.ts';
import { BuildRequest } from './build-request.ts';

export interface RunBuildJobDeps {
  readonly build: (request: BuildRequest, createdBy: string) => Promise<StoredVersion>;
  readonly jobs: PreparationJobs;
  readonly objects: ConditionalObjects;
  readonly objectVersions: ObjectVersions;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
}

/** As often as the queue delivers a message before it is a dead letter. */
export const mostAttempts = 5;

/**
 * Does a job and writes down what came of it. A repeat of a job that ended does nothing; one that died halfway is
 * done again, which ends in the same version. Its request and its upload are removed once it has ended.
 *
 * @returns whether it is done with; false: to be delivered again
 */
export const makeRunBuildJob =
  (deps: RunBuildJobDeps) =>
  async (jobId: string): Promise<boolean> => {
    const job = await deps.jobs.find(jobId);
    // Unknown: the request was never answered with it. Ended: an earlier delivery has done it.
    if (job === undefined || job.state === 'succeeded' || job.state === 'failed') return true;
    const begun = { ...job, state: 'running', attempts: job.attempts + 1, updatedAt: nowOf(deps) } as const;
    if (!(await deps.jobs.put(begun))) return true;
    const outcome = await attempt(deps, begun);
    if (outcome === 'again') return false;
    await deps.jobs.put({ ...begun, ...outcome.ended, updatedAt: nowOf(deps) });
    await deps.objectVersions.purge(outcome.used);
    // A failure of ours goes to the dead letters for a person to see, though its job has ended.
    return outcome.ended.problem?.code !== 'internal';
  };

const nowOf = ({ clock }: RunBuildJobDeps): string => new Date(clock.now()).toISOString();

type Ended = Pick<PreparationJob, 'state' | 'result' | 'problem'>;
type Outcome = 'again' | { readonly ended: Ended; readonly used: readonly string[] };

const attempt = async (deps: RunBuildJobDeps, job: PreparationJob): Promise<Outcome> => {
  const used = [job.requestKey];
  try {
    const bytes = await deps.objects.read(job.requestKey);
    const request = BuildRequest.parse(JSON.parse(new TextDecoder().decode(bytes)));
    if (request.source.kind === 'upload') used.push(request.source.key);
    const { row, isNew } = await deps.build(request, job.createdBy);
    const { datasetId, version } = row;
    return { ended: { state: 'succeeded', result: { datasetId, version, isNew } }, used };
  } catch (error) {
    if (error instanceof DomainError && isTheCallers(error.code)) {
      const problem = { code: error.code, detail: error.message };
      return { ended: { state: 'failed', problem }, used };
    }
    deps.telemetry.error('a dataset could not be built', error);
    if (job.attempts < mostAttempts) return 'again';
    const problem = { code: 'internal', detail: 'Something failed on our side; the log has the details.' };
    return { ended: { state: 'failed', problem }, used };
  }
};

/** Whether the same request would be refused again; a conflict with others may be over the next time. */
const isTheCallers = (code: string): boolean => {
  const status = statusOfCode(code);
  return status >= 400 && status < 500 && status !== 409;
};
