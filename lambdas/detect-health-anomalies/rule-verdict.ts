import { activityOf, ruleScore } from '../../ml/wearable/rule-score.ts';
import type { SampleScore } from '../shared/ports/health-metrics.ts';

/** Why the model was not asked. */
export type NoModelReason = 'insufficient-baseline' | 'opted-out';

export interface RuleInput {
  readonly heartRate?: number | undefined;
  readonly activityState?: string | undefined;
  /** Over the last minutes; absent where nothing counted steps. */
  readonly stepsPerMinute?: number | undefined;
}

const sentences = {
  'heart-rate-high': 'Your heart rate was higher than hearts beat in such a situation.',
  'heart-rate-low': 'Your heart rate was lower than hearts beat in such a situation.',
} as const;

/**
 * A score by physiological bounds alone, which says so.
 *
 * @example
 * ruleVerdict({ heartRate: 72 }, 'insufficient-baseline') // => { anomalyScore: 0, source: 'rules', reasons: ['insufficient-baseline'], contributions: {} }
 */
export const ruleVerdict = (input: RuleInput, why: NoModelReason): SampleScore => {
  const activity = activityOf(input.activityState, input.stepsPerMinute);
  const { score, reason } = ruleScore(input.heartRate, activity);
  const base = { anomalyScore: score, source: 'rules' as const };
  if (reason === 'in-range') return { ...base, reasons: [why], contributions: {} };
  if (reason === 'no-heart-rate') return { ...base, reasons: [why, reason], contributions: {} };
  return { ...base, reasons: [why, sentences[reason]], contributions: { heartRate: 1 } };
};
