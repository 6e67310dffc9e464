import { dataTable } from '../page/data-table.ts';
import { nothing, section } from '../page/section.ts';
import { jobTable } from '../view/job-table.ts';
import type { DashboardSummary } from '../view/summary.ts';

const about = { id: 'jobs', title: 'Training jobs', lead: 'The last 20 jobs, newest first.' };

/** What was trained, and how it went. */
export const jobsSection = ({ trainingJobs }: DashboardSummary): HTMLElement =>
  section(
    about,
    trainingJobs.length === 0 ? nothing('No training job yet.') : dataTable(jobTable(trainingJobs)),
  );
