import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { LineSettings } from '../../ml/narratives/line/line-settings.ts';
import { makeDynamoDbOptOuts } from '../shared/adapters/dynamodb-opt-outs.ts';
import { makeDynamoDbPseudonymKeys } from '../shared/adapters/dynamodb-pseudonym-keys.ts';
import { consentUnlessErased } from '../shared/erasure/consent-unless-erased.ts';
import { openTombstones, tombstoneEnvironment } from '../shared/erasure/open-tombstones.ts';
import { narrativeEnvironment } from '../shared/narratives/narrative-environment.ts';
import { makeFunctionTelemetry } from '../shared/runtime/function-telemetry.ts';
import { type LambdaContext, makeHandler } from '../shared/runtime/make-handler.ts';
import { parseEnvironment } from '../shared/runtime/parse-environment.ts';
import { isQueueEvent, makeQueueHandler } from '../shared/runtime/queue-event.ts';
import { makeTrainingStores } from '../shared/runtime/training-stores.ts';
import { failed, isUnsettled } from './format-outcome.ts';
import { makeFormatTrainingNarratives } from './format-training-narratives.ts';
import { parseFormatTrainingNarrativeRequest } from './schema.ts';

/** A call takes a second or two; after this, others may take up what it left. Short, since waiting is all it costs. */
const leaseMs = 15_000;

const environment = parseEnvironment({
  ...narrativeEnvironment,
  ...tombstoneEnvironment,
  TABLE_NAME: z.string().min(1),
  PSEUDONYM_KEYS_TABLE: z.string().min(1),
  DEDUPLICATE: z.enum(['true', 'false']),
  LINE_SETTINGS: z.preprocess((text) => (typeof text === 'string' ? JSON.parse(text) : {}), LineSettings),
});
const telemetry = makeFunctionTelemetry('formatTrainingNarrative');
const { stores, tables } = makeTrainingStores(environment, telemetry);

const format = makeFormatTrainingNarratives({
  ...stores,
  optOuts: consentUnlessErased(
    makeDynamoDbOptOuts({ ...tables, tableName: environment.TABLE_NAME }),
    openTombstones(environment, { client: tables.client, telemetry }),
  ),
  keys: makeDynamoDbPseudonymKeys({ ...tables, tableName: environment.PSEUDONYM_KEYS_TABLE, randomBytes }),
  settings: environment.LINE_SETTINGS,
  deduplicate: environment.DEDUPLICATE === 'true',
  leaseMs,
});

const direct = makeHandler({
  telemetry,
  parse: parseFormatTrainingNarrativeRequest,
  run: async ({ entries, isBatch }) => {
    const results = await format(entries);
    return isBatch ? { results } : (results[0] ?? failed);
  },
});

const fromQueue = makeQueueHandler({
  telemetry,
  parse: (message) => parseFormatTrainingNarrativeRequest(message).entries,
  // What is invalid is no better the next time, but a person should see it: it ends among the dead letters.
  run: async (entries) =>
    (await format(entries)).map(
      (outcome) => outcome.success || (outcome.reason !== 'invalid' && !isUnsettled(outcome)),
    ),
});

export const handler = (event: unknown, context: LambdaContext): Promise<unknown> =>
  isQueueEvent(event) ? fromQueue(event, context) : direct(event, context);
