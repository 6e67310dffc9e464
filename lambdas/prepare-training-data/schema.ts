import * as z from 'zod';
import { parseRequest } from '../shared/runtime/parse-request.ts';
import { instant, integerFrom, numberFrom, oneOf, textUpTo } from '../shared/runtime/request-fields.ts';

/** What to prepare; every field has a default, and an unknown one is refused. */
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

const count = z.int().nonnegative();

/** What a prepared dataset is, as the caller is told; totals count rows after balancing. */
export const DatasetAnswer = z.strictObject({
  success: z.literal(true),
  trainPath: z.string(),
  validationPath: z.string(),
  totalSamples: count,
  trainSamples: count,
  validationSamples: count,
  trainPositiveClass: count,
  trainNegativeClass: count,
  valPositiveClass: count,
  valNegativeClass: count,
  timestamp: z.string(),
  manifestPath: z.string(),
  usersConsidered: count,
  usersFailed: count,
  rowsCensored: count,
});

export type DatasetAnswer = z.infer<typeof DatasetAnswer>;

export type PrepareTrainingDataResult = DatasetAnswer & {
  readonly trainingJobName?: string;
  /** The dataset stands, but training could not be started. */
  readonly trainingError?: { readonly code: string; readonly message: string };
};

/** @throws {InvalidRequestError} naming the wrong field */
export const parsePrepareTrainingDataRequest = (input: unknown): PrepareTrainingDataRequest =>
  parseRequest(PrepareTrainingDataRequest, input);
