import type { Access, EnvironmentValue } from './catalog-access.ts';
import { tombstoneAccess, tombstoneEnvironment } from './catalog-audit.ts';
import type {
  CustomerEventFunctionId,
  CustomerEventTableId,
  CustomerEventTopicId,
  StreamId,
} from './catalog-ids.ts';
import type { Catalog, FunctionSpec, ScheduleSpec, StreamSpec } from './catalog-shapes.ts';
import type { Config } from './config.ts';
import { ownName } from './own-name.ts';

/**
 * What is kept of customers' events.
 *
 * @param config - prefix of the stage
 */
export const customerEventTables = (config: Config): Pick<Catalog['tables'], CustomerEventTableId> => ({
  customerState: {
    name: ownName(config, 'CustomerState'),
    partitionKey: { name: 'PK', type: 'S' },
    indexes: [],
    purpose:
      "Each customer's events of a month and counts of the older ones, what was last expected, and of whom an alert speaks. Personal data.",
  },
});

/**
 * Where alerts of customers go.
 *
 * @param config - prefix of the stage
 */
export const customerEventTopics = (
  config: Config,
): Readonly<Record<CustomerEventTopicId, { readonly name: string; readonly purpose: string }>> => ({
  churnAlerts: {
    name: `${config.prefix}-churn-alerts`,
    purpose: 'Customers who are likely to leave, and why; names nobody.',
  },
});

/**
 * The stream that shops put events into.
 *
 * @param config - prefix of the stage
 */
export const customerEventStreams = (config: Config): Readonly<Record<StreamId, StreamSpec>> => ({
  customerEvents: {
    name: `${config.prefix}-customer-events`,
    purpose: 'What customers did, one event a record, by customer. Personal data.',
    // As long as a person may take to look at what was given up.
    retentionHours: 7 * 24,
    batchSize: 500,
    batchingWindowSeconds: 5,
    parallelizationFactor: 2,
    maximumRetryAttempts: 3,
    maximumRecordAgeSeconds: -1,
    consumer: 'updateCustomerFeatures',
  },
});

/** What a function that predicts customers from their state is told. */
const predictionEnvironment = {
  CUSTOMER_STATE_TABLE: { table: 'customerState' },
  TABLE_NAME: { table: 'app' },
  ...tombstoneEnvironment,
  PREDICT_FUNCTION: { function: 'predictCustomerHealth' },
  CHURN_ALERTS_TOPIC_ARN: { topic: 'churnAlerts' },
} as const satisfies Readonly<Record<string, EnvironmentValue>>;

/** What it may do for that, beside reading the state in its own way. */
const predictionAccess: readonly Access[] = [
  { table: 'app', actions: ['BatchGetItem'] },
  ...tombstoneAccess,
  { function: 'predictCustomerHealth', actions: ['InvokeFunction'] },
  { topic: 'churnAlerts', actions: ['Publish'] },
];

/**
 * The function behind the stream, and the one that looks at customers of whom it brings nothing.
 *
 * @param config - names and settings of the stage
 */
export const customerEventFunctions = (
  config: Config,
): Readonly<Record<CustomerEventFunctionId, FunctionSpec>> => ({
  updateCustomerFeatures: {
    name: ownName(config, 'updateCustomerFeatures'),
    stack: 'customers',
    entry: 'lambdas/update-customer-features/handler.ts',
    description: "Keeps customers' features as events come, predicts who has moved, alerts of who may leave",
    memoryMb: 1024,
    timeoutSeconds: 120,
    environment: predictionEnvironment,
    access: [
      {
        stream: 'customerEvents',
        actions: [
          'DescribeStream',
          'DescribeStreamSummary',
          'GetRecords',
          'GetShardIterator',
          'ListShards',
          'ListStreams',
        ],
      },
      { table: 'customerState', actions: ['BatchGetItem', 'PutItem', 'DeleteItem'] },
      ...predictionAccess,
    ],
  },
  reviewQuietCustomers: {
    name: ownName(config, 'reviewQuietCustomers'),
    stack: 'customers',
    entry: 'lambdas/review-quiet-customers/handler.ts',
    description:
      'Predicts customers of whom no event has told lately, alerts of who may leave; once a day each',
    memoryMb: 1024,
    timeoutSeconds: 900,
    environment: predictionEnvironment,
    access: [
      { table: 'customerState', actions: ['Scan', 'GetItem', 'BatchGetItem', 'PutItem', 'DeleteItem'] },
      ...predictionAccess,
    ],
  },
});

/**
 * When quiet customers are looked at: hourly, so that what one call does not reach the next one does. Whom a day's
 * calls are done with stays so until the next day.
 *
 * @param config - prefix of the stage
 */
export const customerEventSchedules = ({ prefix }: Config): readonly ScheduleSpec[] => [
  {
    name: `${prefix}-quiet-customers`,
    description: 'Looks at customers of whom no event has told lately, each once a day',
    expression: 'cron(30 * * * ? *)',
    timeZone: 'UTC',
    target: 'reviewQuietCustomers',
    input: { scheduledAt: '<aws.scheduler.scheduled-time>' },
  },
];
