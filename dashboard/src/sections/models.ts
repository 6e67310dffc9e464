import { chooser } from '../page/chooser.ts';
import { element } from '../page/element.ts';
import { nothing, section } from '../page/section.ts';
import { seriesByMetric } from '../view/model-series.ts';
import type { DashboardSummary, ModelFigures } from '../view/summary.ts';
import { metricChart } from './metric-chart.ts';

const about = {
  id: 'models',
  title: 'Models',
  lead: 'What each model was worth over time, by environment and by the data it was measured on. Bars are 95 % intervals where they are known.',
};

/** Metrics over time, of one model at a time. */
export const modelsSection = ({ models }: DashboardSummary): HTMLElement => {
  if (models.length === 0) {
    return section(about, nothing('No model yet. One appears here when it has been trained and registered.'));
  }
  return section(
    about,
    ...chooser({
      id: 'model',
      label: 'Show model',
      // Those that have been measured first.
      items: models.toSorted((a, b) => Number(b.series.length > 0) - Number(a.series.length > 0)),
      nameOf: ({ modelId }) => modelId,
      show: modelParts,
    }),
  );
};

const modelParts = (model: ModelFigures): HTMLElement[] => {
  const standing =
    model.production === null
      ? 'No version is in production.'
      : `Version ${model.production} is in production.`;
  const charts = [...seriesByMetric(model)].map(([metric, series]) => metricChart(metric, series));
  if (charts.length === 0) {
    return [
      nothing(
        `${standing} Nothing has been measured yet: POST /models/performance records the first figures.`,
      ),
    ];
  }
  return [element('p', { class: 'note' }, standing), element('div', { class: 'grid' }, ...charts)];
};
