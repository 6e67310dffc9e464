import { wrap } from '../cli/wrap.ts';
import type { ChurnAlert, CustomersDemoResult } from './customers-demo.ts';

const width = 76;
const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;

const modelLines = ({ model, modelVersion }: CustomersDemoResult): string[] => {
  const { published, churnAuc } = model;
  if (published === undefined) return [`model ${modelVersion}, in service since an earlier start`];
  return [
    `version ${published.number} (${modelVersion}): ${published.status}`,
    ...(churnAuc === undefined
      ? []
      : [`AUC of churn within 30 days ${churnAuc.toFixed(3)}, on customers it never saw`]),
    ...published.reasons.flatMap((reason) => wrap(`× ${reason}`, width, '  ')),
  ];
};

const alertLine = ({ churnRisk30d, reasons }: ChurnAlert): string =>
  `risk ${percent(churnRisk30d)}: ${reasons.map(({ feature, direction }) => `${feature} ${direction} it`).join(', ')}`;

/** What the customers' part of the demonstration came to, for a person in a terminal. */
export const customersLines = (result: CustomersDemoResult): string[] => {
  const { prediction, alerts, events, model } = result;
  return [
    `Customer health behind the endpoint ${model.endpoint}`,
    ...[
      ...modelLines(result),
      '',
      "The training guide's example customer",
      `  first session success ${percent(prediction.first_session_success)}`,
      `  session velocity      ${prediction.session_velocity.toFixed(2)} a week`,
      `  churn risk            ${percent(prediction.churn_risk_14d)} in 14 days, ${percent(prediction.churn_risk_30d)} in 30`,
      `  health score          ${prediction.health_score.toFixed(0)} of 100`,
      ...(prediction.reasons ?? []).map(({ feature, direction }) => `  ${feature} ${direction} the risk`),
      '',
      `${events.toLocaleString('en')} events of 20 other customers over the stream raised ${alerts.length} alerts`,
      ...alerts.slice(-2).flatMap((alert) => wrap(alertLine(alert), width, '  ')),
    ].map((line) => (line === '' ? '' : `  ${line}`)),
  ];
};
