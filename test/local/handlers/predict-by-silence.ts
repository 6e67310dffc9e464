import type { PredictionAnswer } from '../../../ml/models/customer-health/prediction-document.ts';

interface PredictEvent {
  readonly customers: readonly Readonly<Record<string, unknown>>[];
}

/** In place of the deployed model: who has not logged in for a week is likely to leave. */
export const handler = async ({ customers }: PredictEvent) => {
  const predictions: PredictionAnswer['predictions'] = customers.map((values) => {
    const risk = Number(values['days_since_last_login']) > 7 ? 0.9 : 0.1;
    return {
      first_session_success: 0.5,
      session_velocity: 1,
      churn_risk_14d: risk,
      churn_risk_30d: risk,
      health_score: 100 * (1 - risk),
      reasons: ['days_since_last_login', 'login_count_7d', 'login_count_14d', 'login_count_30d'].map(
        (feature, index) => ({ feature, direction: 'raises', contribution: 1 / (index + 1) }),
      ),
    };
  });
  return { statusCode: 200, body: { predictions, modelVersion: 'test' } };
};
