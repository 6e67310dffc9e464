import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { LambdaContext } from '../../../lambdas/shared/runtime/make-handler.ts';

/** The real steps of the pipeline, each loaded where it is the one that is asked. */
const steps: Readonly<
  Record<string, () => Promise<{ handler: (event: unknown, context: LambdaContext) => Promise<unknown> }>>
> = {
  'mindmate-listTrainingShards': () => import('../../../lambdas/list-training-shards/handler.ts'),
  'mindmate-extractTrainingShard': () => import('../../../lambdas/extract-training-shard/handler.ts'),
  'mindmate-planTrainingParts': () => import('../../../lambdas/plan-training-parts/handler.ts'),
  'mindmate-writeTrainingPart': () => import('../../../lambdas/write-training-part/handler.ts'),
  'mindmate-completeTrainingDataset': () => import('../../../lambdas/complete-training-dataset/handler.ts'),
};

const mostDeaths = 3;
const name = process.env['AWS_LAMBDA_FUNCTION_NAME'] ?? '';

/**
 * A step whose process dies, before its work or after it, up to three times for each thing that it is given; how often
 * follows from that. The folder DEATHS remembers.
 */
export const handler = async (event: unknown, context: LambdaContext): Promise<unknown> => {
  const digest = createHash('sha256')
    .update(`${name} ${JSON.stringify(event)}`)
    .digest();
  const file = path.join(process.env['DEATHS'] ?? '', digest.toString('hex'));
  const deaths = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  const isToDie = deaths < (digest[0] ?? 0) % (mostDeaths + 1);
  if (isToDie) writeFileSync(file, String(deaths + 1));
  const isFirst = ((digest[1] ?? 0) + deaths) % 2 === 0;
  if (isToDie && isFirst) process.exit(3);
  const { handler: step } = await (steps[name] ?? (() => Promise.reject(new Error(`no step ${name}`))))();
  const answer = await step(event, context);
  if (isToDie) process.exit(3);
  return answer;
};
