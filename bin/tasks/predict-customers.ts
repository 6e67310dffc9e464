import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { readInvocation } from '../../ml/container/serving/read-invocation.ts';
import {
  type PredictionDocument,
  predictionDocuments,
} from '../../ml/models/customer-health/prediction-document.ts';
import { type ModelSource, packageFrom } from '../cli/customer-model.ts';
import { inputFile } from '../cli/input-file.ts';

export interface PredictOptions extends ModelSource {
  /** `-` for standard input. */
  readonly input: string;
  readonly explain: boolean;
  readonly json: boolean;
}

const percent = (share: number): string => `${(100 * share).toFixed(0)}%`;

/** As the training guide prints it. */
const linesOf = (prediction: PredictionDocument): string[] => [
  'Predictions:',
  `  First Session Success: ${percent(prediction.first_session_success)}`,
  `  Session Velocity: ${prediction.session_velocity.toFixed(2)} sessions/week`,
  `  Churn Risk (14d): ${percent(prediction.churn_risk_14d)}`,
  `  Churn Risk (30d): ${percent(prediction.churn_risk_30d)}`,
  `  Health Score: ${prediction.health_score.toFixed(0)}/100`,
  ...(prediction.reasons ?? []).map(
    ({ feature, direction, contribution }) =>
      `  ${feature} ${direction} the risk of leaving (${contribution.toFixed(2)} in log-odds)`,
  ),
];

/** Asks a model on this machine; takes what the container takes, and answers what it answers. */
export const predictCustomers = async (options: PredictOptions): Promise<void> => {
  const { model, manifest } = await packageFrom(options);
  const isStandardInput = options.input === '-';
  const body = isStandardInput
    ? await text(process.stdin)
    : await readFile(await inputFile(options.input), 'utf8');
  const kind = options.input.endsWith('.csv') ? 'text/csv' : 'application/json';
  const { customers, explain } = readInvocation(body, kind);
  const predictions = predictionDocuments(model, customers, { explain: explain || options.explain });
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ predictions, modelVersion: manifest.version })}\n`
      : `${predictions.flatMap(linesOf).join('\n')}\n`,
  );
};
