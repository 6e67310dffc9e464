import { durationText, instantText } from './format.ts';
import type { DashboardSummary } from './summary.ts';
import type { TableView } from './table-view.ts';

/**
 * SageMaker's word for where a job is, as words.
 *
 * @example
 * statusText('InProgress') // => 'in progress'
 */
const statusText = (status: string): string => status.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();

/** Training jobs, newest first. */
export const jobTable = (jobs: DashboardSummary['trainingJobs']): TableView => ({
  caption: 'Training jobs, newest first',
  columns: [
    { label: 'Job' },
    { label: 'Status' },
    { label: 'Started (UTC)' },
    { label: 'Took', isNumber: true },
  ],
  rows: jobs.map(({ jobName, status, startedAt, endedAt }) => [
    jobName,
    statusText(status),
    instantText(startedAt),
    durationText(startedAt, endedAt),
  ]),
});
