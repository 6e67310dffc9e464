import type { Estimate } from '../../ml/evaluation/model-metrics.ts';

/** A figure and its interval as cells of a table. */
export const estimateRow = (name: string, { value, low, high }: Estimate): string[] => [
  name,
  value.toFixed(3),
  `${low.toFixed(3)} – ${high.toFixed(3)}`,
];
