import { countText, instantText, unknown } from './format.ts';
import type { DatasetFigures } from './summary.ts';
import type { TableView } from './table-view.ts';

/** Every dataset in a line: its version in use, how large that is, when it was made. */
export const datasetsTable = (datasets: readonly DatasetFigures[], smallestGroup: number): TableView => ({
  caption: 'Datasets and their newest version in use',
  columns: [
    { label: 'Dataset' },
    { label: 'Version' },
    { label: 'Rows', isNumber: true },
    { label: 'People', isNumber: true },
    { label: 'Made (UTC)' },
  ],
  rows: datasets.map(({ datasetId, versions }) => {
    const inUse = versions.find(({ state }) => state === 'current');
    if (inUse === undefined) return [datasetId, 'none in use', unknown, unknown, unknown];
    return [
      datasetId,
      inUse.version,
      countText(inUse.rows, smallestGroup),
      countText(inUse.people, smallestGroup),
      instantText(inUse.createdAt),
    ];
  }),
});

const states = { current: 'in use', superseded: 'superseded', expired: 'let go' } as const;

/** The newest versions of a dataset, newest first. */
export const versionsTable = ({ datasetId, versions }: DatasetFigures, smallestGroup: number): TableView => ({
  caption: `Versions of ${datasetId}, newest first`,
  columns: [
    { label: 'Version' },
    { label: 'State' },
    { label: 'Rows', isNumber: true },
    { label: 'People', isNumber: true },
    { label: 'Made (UTC)' },
  ],
  rows: versions.map(({ version, state, rows, people, createdAt }) => [
    version,
    states[state],
    countText(rows, smallestGroup),
    countText(people, smallestGroup),
    instantText(createdAt),
  ]),
});
