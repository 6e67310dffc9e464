import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { PredictionDocument } from '../../ml/models/customer-health/prediction-document.ts';
import { type DemoContext, demoCatalog } from './demo-context.ts';
import { type CustomerModel, demoCustomerModel } from './demo-customer-model.ts';
import type { DemoData } from './demo-data.ts';
import { runWellcast } from './run-wellcast.ts';

/** The training guide's example customer, as the function's own test payload has it. */
const example = 'lambdas/predict-customer-health/test-payload.json';

const Answer = z.looseObject({
  statusCode: z.literal(200),
  body: z.looseObject({ predictions: z.array(PredictionDocument).length(1), modelVersion: z.string() }),
});
const Sent = z.looseObject({ sent: z.number() });
const ChurnAlert = z.looseObject({
  churnRisk30d: z.number(),
  reasons: z.array(z.looseObject({ feature: z.string(), direction: z.string() })),
});
export type ChurnAlert = z.infer<typeof ChurnAlert>;

export interface CustomersDemoResult {
  readonly model: CustomerModel;
  readonly modelVersion: string;
  readonly prediction: PredictionDocument;
  readonly events: number;
  /** Of this start and earlier ones. */
  readonly alerts: readonly ChurnAlert[];
}

const readAlerts = async (dataDir: string): Promise<ChurnAlert[]> => {
  const file = path.join(dataDir, 'outbox', `${demoCatalog.topics.churnAlerts.name}.jsonl`);
  const text = await readFile(file, 'utf8').catch(() => '');
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => ChurnAlert.parse(JSON.parse(JSON.parse(line).message)));
};

/** From made-up customers to a model behind an endpoint, and from their events to alerts. */
export const runCustomersDemo = async (
  context: DemoContext,
  { seed, endDay }: DemoData,
): Promise<CustomersDemoResult> => {
  const { options, progress } = context;
  const model = await demoCustomerModel(context, seed);
  const asked = Answer.parse(
    await runWellcast(
      ['invoke', demoCatalog.functions.predictCustomerHealth.name, '--payload', example, '--json'],
      context,
    ),
  );
  const folder = path.join(options.dataDir, 'customers');
  const events = path.join(folder, 'events.jsonl');
  // Other customers than those trained on, and more of them on their way out than usual.
  const shares = ['--thriving', '20', '--healthy', '20', '--at-risk', '30', '--churned', '30'];
  // The simulation ends two days before today.
  const cutoff = new Date((endDay + 1) * 86_400_000).toISOString().slice(0, 10);
  await runWellcast(
    [
      ...['generate', 'customers', '--count', '20', '--seed', String(seed + 1000), ...shares, '--json'],
      ...['--cutoff', cutoff, '--output', path.join(folder, 'live'), '--events', events],
    ],
    context,
  );
  const { sent } = Sent.parse(await runWellcast(['customers', 'send', events, '--json'], context));
  await context.aws.settled();
  const alerts = await readAlerts(options.dataDir);
  progress.step('Scoring customers as their events come in');
  progress.done(`${sent.toLocaleString('en')} events, ${alerts.length} alerts`);
  const { predictions, modelVersion } = asked.body;
  return { model, modelVersion, prediction: predictions[0] ?? fail(), events: sent, alerts };
};

const fail = (): never => {
  throw new Error('the function answered no prediction');
};
