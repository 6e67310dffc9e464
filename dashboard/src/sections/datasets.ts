import { chooser } from '../page/chooser.ts';
import { dataTable } from '../page/data-table.ts';
import { element } from '../page/element.ts';
import { nothing, section } from '../page/section.ts';
import { datasetsTable, versionsTable } from '../view/dataset-tables.ts';
import type { DashboardSummary, DatasetFigures } from '../view/summary.ts';
import { classBalanceChart } from './class-balance-chart.ts';
import { distributionCharts } from './distribution-charts.ts';
import { missingnessChart } from './missingness-chart.ts';

const about = {
  id: 'datasets',
  title: 'Datasets',
  lead: 'Every dataset and its versions: how the classes are balanced, what is missing, and how the newest version differs from its parent.',
};

/** Datasets, their versions, and what the newest is made of. */
export const datasetsSection = ({ datasets, smallestGroup }: DashboardSummary): HTMLElement => {
  if (datasets.length === 0) {
    return section(
      about,
      nothing('No dataset yet. One appears here when its first version has been prepared or registered.'),
    );
  }
  return section(
    about,
    dataTable(datasetsTable(datasets, smallestGroup)),
    ...chooser({
      id: 'dataset',
      label: 'Show dataset',
      items: datasets,
      nameOf: ({ datasetId }) => datasetId,
      show: (dataset) => datasetParts(dataset, smallestGroup),
    }),
  );
};

const datasetParts = (dataset: DatasetFigures, smallestGroup: number): HTMLElement[] => {
  const { latest } = dataset;
  const versions = dataTable(versionsTable(dataset, smallestGroup));
  if (latest === null) {
    return [
      versions,
      nothing(
        `No version is in use, or the newest holds fewer than ${smallestGroup} people: nothing is told of it.`,
      ),
    ];
  }
  return [
    versions,
    element('div', { class: 'grid' }, classBalanceChart(latest, smallestGroup), missingnessChart(latest)),
    ...distributionCharts(latest),
  ];
};
