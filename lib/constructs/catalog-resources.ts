import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { EndpointSpec } from '../catalog-doors.ts';
import type {
  BucketId,
  EndpointId,
  FunctionId,
  KeyId,
  QueueId,
  SecretId,
  StreamId,
  TableId,
  TopicId,
  WorkflowId,
} from '../catalog-ids.ts';
import type { FunctionSpec, QueueSpec, StreamSpec, WorkflowSpec } from '../catalog-shapes.ts';

/** A table and the key it is encrypted with; an imported one may have none of ours. */
export interface DeployedTable {
  readonly tableName: string;
  readonly tableArn: string;
  readonly key: IKey | undefined;
}

export interface DeployedBucket {
  readonly bucketName: string;
  readonly bucketArn: string;
  readonly key: IKey;
}

export interface DeployedSecret {
  readonly secretArn: string;
  readonly key: IKey;
}

/** A key that signs. */
export interface DeployedKey {
  readonly keyArn: string;
  /** `alias/…` */
  readonly aliasName: string;
}

/** What the data stack has made of the catalogue. */
export interface DataResources {
  readonly tables: Readonly<Record<TableId, DeployedTable>>;
  readonly buckets: Readonly<Record<BucketId, DeployedBucket>>;
  readonly secrets: Readonly<Record<SecretId, DeployedSecret>>;
  readonly keys: Readonly<Record<KeyId, DeployedKey>>;
  readonly topics: Readonly<Record<TopicId, ITopic>>;
  readonly dataKey: IKey;
  readonly operationsKey: IKey;
}

/** What a training job needs besides its data. */
export interface TrainingResources {
  readonly imageUri: string;
  readonly role: IRole;
  /** Of a served model. */
  readonly servingRole: IRole;
  readonly volumeKey: IKey;
  readonly outputKey: IKey;
  /** Every job's name begins so; the right to start jobs ends there. */
  readonly jobNamePrefix: string;
}

/** Everything that an environment variable or a grant can point to. */
export interface CatalogResources extends DataResources {
  readonly training: TrainingResources;
  readonly functions: Readonly<Record<FunctionId, FunctionSpec>>;
  readonly queues: Readonly<Record<QueueId, QueueSpec>>;
  readonly streams: Readonly<Record<StreamId, StreamSpec>>;
  readonly workflows: Readonly<Record<WorkflowId, WorkflowSpec>>;
  readonly endpoints: Readonly<Record<EndpointId, EndpointSpec>>;
}
