import { instantText } from './format.ts';
import type { DashboardSummary } from './summary.ts';
import type { TableView } from './table-view.ts';

/** Audit entries, newest first; of whom they are is not told. */
export const auditTable = (audit: DashboardSummary['audit']): TableView => ({
  caption: 'Audit entries, newest first',
  columns: [
    { label: 'Entry', isNumber: true },
    { label: 'When (UTC)' },
    { label: 'Who' },
    { label: 'Did what' },
    { label: 'Outcome' },
  ],
  rows: audit.map(({ sequence, at, actor, action, outcome }) => [
    String(sequence),
    instantText(at),
    actor,
    action,
    outcome,
  ]),
});
