import { anomaliesSection } from '../sections/anomalies.ts';
import { auditSection } from '../sections/audit.ts';
import { datasetsSection } from '../sections/datasets.ts';
import { jobsSection } from '../sections/jobs.ts';
import { modelsSection } from '../sections/models.ts';
import type { DashboardSummary } from '../view/summary.ts';

const parts = [datasetsSection, modelsSection, anomaliesSection, jobsSection, auditSection];

/** All parts of the page, in order. */
export const figures = (summary: DashboardSummary): HTMLElement[] => parts.map((part) => part(summary));
