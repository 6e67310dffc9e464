import * as z from 'zod';
import { parseRequest } from '../shared/runtime/parse-request.ts';
import { textUpTo } from '../shared/runtime/request-fields.ts';

const s3Path = () => {
  const error = 'a path such as s3://bucket/training/train_20251019_065000.csv';
  return z.string({ error }).regex(/^s3:\/\/[a-z0-9.-]{3,63}\/[\x21-\x7e]{1,900}$/, { error });
};

/** SageMaker takes texts of up to 2,500 characters; numbers are written out. */
const hyperParameters = () => {
  const error = 'an object of texts and numbers, at most 50, with names of a–z, 0–9 and _';
  const value = z.union([z.string().max(2500), z.number()], { error }).transform(String);
  return z
    .record(z.string().regex(/^[a-z][a-z0-9_]{0,63}$/, { error }), value, { error })
    .refine((values) => Object.keys(values).length <= 50, { error });
};

/** What to train on; the hyper-parameters are the container's, see ml/container. */
export const TriggerModelTrainingRequest = z.strictObject(
  {
    trainPath: s3Path(),
    validationPath: s3Path(),
    manifestPath: s3Path().optional(),
    jobName: textUpTo(200).optional(),
    hyperParameters: hyperParameters().default({}),
  },
  { error: 'an object' },
);

export type TriggerModelTrainingRequest = z.infer<typeof TriggerModelTrainingRequest>;

export interface TriggerModelTrainingResult {
  readonly jobName: string;
  readonly jobArn: string;
  readonly status: string;
  /** False when the same training was started before. */
  readonly started: boolean;
}

/** @throws {InvalidRequestError} naming the wrong field */
export const parseTriggerModelTrainingRequest = (input: unknown): TriggerModelTrainingRequest =>
  parseRequest(TriggerModelTrainingRequest, input);
