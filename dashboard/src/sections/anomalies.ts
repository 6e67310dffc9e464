import { element } from '../page/element.ts';
import { section } from '../page/section.ts';
import type { DashboardSummary } from '../view/summary.ts';
import { alertsChart } from './alerts-chart.ts';
import { scoresChart } from './scores-chart.ts';

const about = {
  id: 'anomalies',
  title: 'Anomalies',
  lead: 'How the scores of watches are distributed, and how many people were told of an anomaly on each of the last 30 days.',
};

/** What watches scored, and who was told. */
export const anomaliesSection = ({ anomalies, smallestGroup }: DashboardSummary): HTMLElement =>
  section(
    about,
    element(
      'div',
      { class: 'grid' },
      scoresChart(anomalies.scores, smallestGroup),
      alertsChart(anomalies.alertsByDay, smallestGroup),
    ),
  );
