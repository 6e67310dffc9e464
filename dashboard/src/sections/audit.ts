import { dataTable } from '../page/data-table.ts';
import { nothing, section } from '../page/section.ts';
import { auditTable } from '../view/audit-table.ts';
import type { DashboardSummary } from '../view/summary.ts';

const about = {
  id: 'audit',
  title: 'Audit',
  lead: "The newest entries of the chain in which every reading and change of a person's data stands. Whose data it was is not told here.",
};

/** Who has done what. */
export const auditSection = ({ audit }: DashboardSummary): HTMLElement =>
  section(about, audit.length === 0 ? nothing('No entry yet.') : dataTable(auditTable(audit)));
