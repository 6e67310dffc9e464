import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { makeS3Workspace } from '../shared/adapters/s3-workspace.ts';
import { makeSecretsManagerSecret } from '../shared/adapters/secrets-manager-secret.ts';
import { clientSettings } from '../shared/runtime/client-settings.ts';
import { makeFunctionTelemetry } from '../shared/runtime/function-telemetry.ts';
import { makeStepHandler } from '../shared/runtime/make-step-handler.ts';
import { parseEnvironment } from '../shared/runtime/parse-environment.ts';
import { makePlanTrainingParts } from './plan-training-parts.ts';
import { parsePlanTrainingPartsRequest } from './schema.ts';

const name = z.string().min(1);
const environment = parseEnvironment({
  TRAINING_WORK_BUCKET: name,
  SAMPLE_ID_SECRET: name,
});
const telemetry = makeFunctionTelemetry('planTrainingParts');
const s3 = telemetry.traced(new S3Client(clientSettings()));
const secrets = telemetry.traced(new SecretsManagerClient(clientSettings()));

export const handler = makeStepHandler({
  telemetry,
  parse: parsePlanTrainingPartsRequest,
  run: makePlanTrainingParts({
    workspace: makeS3Workspace({ client: s3, bucket: environment.TRAINING_WORK_BUCKET }),
    sampleSecret: makeSecretsManagerSecret({ client: secrets, secretId: environment.SAMPLE_ID_SECRET }),
    telemetry,
  }),
});
