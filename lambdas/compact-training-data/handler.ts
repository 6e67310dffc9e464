import * as z from 'zod';
import { maxPartBytes, narrativeEnvironment } from '../shared/narratives/narrative-environment.ts';
import { makeFunctionTelemetry } from '../shared/runtime/function-telemetry.ts';
import { makeHandler } from '../shared/runtime/make-handler.ts';
import { parseEnvironment } from '../shared/runtime/parse-environment.ts';
import { makeTrainingStores } from '../shared/runtime/training-stores.ts';
import { makeCompactTrainingData } from './compact-training-data.ts';
import { parseCompactTrainingDataRequest } from './schema.ts';

const environment = parseEnvironment({
  ...narrativeEnvironment,
  MAX_FILE_BYTES: z.coerce.number().int().min(maxPartBytes),
});
const telemetry = makeFunctionTelemetry('compactTrainingData');
const { stores } = makeTrainingStores(environment, telemetry);

export const handler = makeHandler({
  telemetry,
  parse: parseCompactTrainingDataRequest,
  run: makeCompactTrainingData({ ...stores, maxFileBytes: environment.MAX_FILE_BYTES }),
  isUnfinished: ({ unfinished }) => unfinished > 0,
});
