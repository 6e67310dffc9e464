/** The shapes of the catalogue's entries: what a table, a function, a rule is described by. */

import type { Access, EnvironmentValue } from './catalog-access.ts';
import type { DeviceAuthorizerSpec, EndpointSpec, RouteSpec } from './catalog-doors.ts';
import type {
  BucketId,
  EndpointId,
  FunctionId,
  FunctionStackId,
  KeyId,
  QueueId,
  SecretId,
  StreamId,
  TableId,
  TopicId,
  WorkflowId,
} from './catalog-ids.ts';
import type { StateMachine } from './state-machine.ts';

export interface KeyAttribute {
  readonly name: string;
  readonly type: 'S' | 'N';
}

export interface TableSpec {
  readonly name: string;
  readonly partitionKey: KeyAttribute;
  readonly sortKey?: KeyAttribute;
  readonly indexes: readonly {
    readonly name: string;
    readonly partitionKey: KeyAttribute;
    readonly sortKey?: KeyAttribute;
    /** Attributes copied beside the keys. */
    readonly include: readonly string[];
  }[];
  /** What the table holds and how sensitive that is; becomes its description in the docs. */
  readonly purpose: string;
}

export interface BucketSpec {
  /** `{account}` stands for the account number. */
  readonly name: string;
  readonly versioned: boolean;
  /** Whether EventBridge hears of each new object. @default no */
  readonly announces?: boolean;
  /** For so many days nobody can change or delete a new object, whoever asks. @default none */
  readonly lockDays?: number;
  /** So many days after its writing an object is gone. @default it stays */
  readonly expireDays?: number;
  /** Objects under a prefix that nobody needs after so many days, versions included. @default none */
  readonly passing?: readonly { readonly prefix: string; readonly days: number }[];
  readonly purpose: string;
}

export interface FunctionSpec {
  readonly name: string;
  readonly stack: FunctionStackId;
  /** From the repository's root; exports `handler`. */
  readonly entry: string;
  readonly description: string;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  readonly environment: Readonly<Record<string, EnvironmentValue>>;
  readonly access: readonly Access[];
  /** Environments kept warm, and paid for by the hour. @default none */
  readonly provisionedConcurrency?: number;
}

/** A standard queue that feeds a function; another one, `{name}-dead-letters`, keeps what it gives up. */
export interface QueueSpec {
  readonly name: string;
  readonly purpose: string;
  /** How long a message stays hidden in somebody's hands: six times the function's timeout, as Lambda advises. */
  readonly visibilityTimeoutSeconds: number;
  /** Deliveries before a message counts as a dead letter. */
  readonly maxReceiveCount: number;
  /** Messages in one invocation at most. */
  readonly batchSize: number;
  /** Batches under way at once; between 2 and 1,000 in AWS. */
  readonly maxConcurrency: number;
  readonly consumer: FunctionId;
}

/** An on-demand stream that feeds a function; a queue, `{name}-dead-letters`, hears of what that gave up. */
export interface StreamSpec {
  readonly name: string;
  readonly purpose: string;
  /** How long records can be read: 24 … 8,760. */
  readonly retentionHours: number;
  /** Records in one invocation at most. */
  readonly batchSize: number;
  /** How long records are gathered before the function is called. */
  readonly batchingWindowSeconds: number;
  /** Invocations under way at once for each shard; records of one partition key stay in order. 1 … 10 */
  readonly parallelizationFactor: number;
  /** Further deliveries of a record that fails alone, before it is given up; splitting a batch counts for none. */
  readonly maximumRetryAttempts: number;
  /** A record older than that is given up undelivered; -1: none is. */
  readonly maximumRecordAgeSeconds: number;
  readonly consumer: FunctionId;
}

export interface RuleSpec {
  readonly name: string;
  readonly description: string;
  readonly source: string;
  readonly detailType: string;
  /** The bucket that an event of S3 must be about. @default any */
  readonly bucket?: BucketId;
  /** The event's `detail` fields, such as `object.key`, that must begin so; other teams' events are none of ours. */
  readonly detailPrefixes: Readonly<Record<string, string>>;
  readonly target: FunctionId;
}

export interface ScheduleSpec {
  readonly name: string;
  readonly description: string;
  /** EventBridge Scheduler's form, such as `cron(0 0 1 * ? *)`. */
  readonly expression: string;
  readonly timeZone: string;
  readonly target: FunctionId;
  /** The queue that feeds the target and takes the input as a message. @default the target is called itself */
  readonly viaQueue?: QueueId;
  /** May hold `{account}` and Scheduler's context words, such as `<aws.scheduler.scheduled-time>`. */
  readonly input: Readonly<Record<string, unknown>>;
}

/** A Standard workflow of Step Functions. */
export interface WorkflowSpec {
  readonly name: string;
  readonly stack: FunctionStackId;
  readonly description: string;
  /** As data: `${id}` stands for the ARN of a function or the name of a bucket of the catalogue. */
  readonly definition: StateMachine;
  /** The functions that it invokes. */
  readonly functions: readonly FunctionId[];
  /** Where its maps read their items. */
  readonly bucket: BucketId;
  readonly prefix: string;
}

export interface Catalog {
  readonly tables: Readonly<Record<TableId, TableSpec>>;
  readonly buckets: Readonly<Record<BucketId, BucketSpec>>;
  readonly secrets: Readonly<Record<SecretId, { readonly name: string; readonly purpose: string }>>;
  /** Keys that sign (ECC_NIST_P256); `name` is the alias. Those that encrypt belong to what they encrypt. */
  readonly keys: Readonly<Record<KeyId, { readonly name: string; readonly purpose: string }>>;
  readonly topics: Readonly<Record<TopicId, { readonly name: string; readonly purpose: string }>>;
  readonly functions: Readonly<Record<FunctionId, FunctionSpec>>;
  readonly queues: Readonly<Record<QueueId, QueueSpec>>;
  readonly streams: Readonly<Record<StreamId, StreamSpec>>;
  readonly workflows: Readonly<Record<WorkflowId, WorkflowSpec>>;
  readonly endpoints: Readonly<Record<EndpointId, EndpointSpec>>;
  readonly rules: readonly RuleSpec[];
  readonly schedules: readonly ScheduleSpec[];
  readonly routes: readonly RouteSpec[];
  /** Needed where a route has the authoriser `device`. */
  readonly deviceAuthorizer?: DeviceAuthorizerSpec;
}
