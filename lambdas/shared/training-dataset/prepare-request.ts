import * as z from 'zod';
import { instant, integerFrom, numberFrom, oneOf, textUpTo } from '../runtime/request-fields.ts';

/** What a dataset is made of and how; every field has a default, and an unknown one is refused. */
export const PrepareTrainingDataRequest = z.strictObject(
  {
    minDays: integerFrom(7, 3650).default(60),
    validationSplit: numberFrom(0.05, 0.5).default(0.2),
    days: integerFrom(7, 365).default(30),
    asOf: instant().optional(),
    cutoffsPerUser: integerFrom(1, 52).default(1),
    cutoffStrideDays: integerFrom(1, 90).default(7),
    labelPolicy: oneOf(['any', 'asserted']).default('any'),
    splitBy: oneOf(['user', 'time']).default('user'),
    balance: oneOf(['both', 'train', 'none']).default('both'),
    seed: integerFrom(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER).default(1),
    maxFailedUserFraction: numberFrom(0, 1).default(0.1),
    triggerTraining: z.boolean({ error: 'true or false' }).default(true),
    idempotencyKey: textUpTo(64).optional(),
  },
  { error: 'an object' },
);

export type PrepareTrainingDataRequest = z.infer<typeof PrepareTrainingDataRequest>;

/** The request without the key: what decides the dataset. */
export type DatasetParameters = Omit<PrepareTrainingDataRequest, 'idempotencyKey'>;
