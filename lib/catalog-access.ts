/** What a function is told and allowed. */
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
} from './catalog-ids.ts';

/** A value of an environment variable: text, or the name or ARN of something else in the catalogue. */
export type EnvironmentValue =
  | string
  | { readonly table: TableId }
  | { readonly bucket: BucketId }
  | { readonly secret: SecretId }
  /** Its alias. */
  | { readonly key: KeyId }
  | { readonly topic: TopicId }
  /** Its URL. */
  | { readonly queue: QueueId }
  | { readonly function: FunctionId }
  /** Its name. */
  | { readonly endpoint: EndpointId }
  /** Its ARN. */
  | { readonly workflow: WorkflowId }
  /** Known only to whoever builds the container and its role: the CDK or the local SageMaker. */
  | { readonly training: TrainingValue };

export type TrainingValue = 'imageUri' | 'roleArn' | 'servingRoleArn' | 'volumeKeyId' | 'outputKeyId';

/** What may be done to an endpoint, and to the configurations and models named after it. */
export type EndpointAction =
  | 'InvokeEndpoint'
  | 'DescribeEndpoint'
  | 'CreateEndpoint'
  | 'UpdateEndpoint'
  | 'DeleteEndpoint'
  | 'CreateEndpointConfig'
  | 'CreateModel'
  | 'AddTags';

/** One thing that a function may do; becomes exactly these IAM actions on exactly this resource. */
export type Access =
  | {
      readonly table: TableId;
      /** The actions hold for this index instead of for the table. */
      readonly index?: string;
      readonly actions: readonly (
        | 'Query'
        | 'Scan'
        | 'GetItem'
        | 'PutItem'
        | 'UpdateItem'
        | 'DeleteItem'
        | 'BatchGetItem'
        | 'BatchWriteItem'
      )[];
    }
  | {
      readonly bucket: BucketId;
      readonly prefix: string;
      readonly actions: readonly (
        | 'GetObject'
        | 'GetObjectVersion'
        | 'PutObject'
        | 'AbortMultipartUpload'
        | 'DeleteObject'
        | 'DeleteObjectVersion'
        | 'ListBucket'
        | 'ListBucketVersions'
      )[];
    }
  | { readonly secret: SecretId; readonly actions: readonly 'GetSecretValue'[] }
  | { readonly key: KeyId; readonly actions: readonly ('Sign' | 'GetPublicKey')[] }
  | { readonly topic: TopicId; readonly actions: readonly 'Publish'[] }
  | {
      readonly queue: QueueId;
      readonly actions: readonly (
        | 'ReceiveMessage'
        | 'DeleteMessage'
        | 'GetQueueAttributes'
        | 'SendMessage'
      )[];
    }
  | { readonly function: FunctionId; readonly actions: readonly 'InvokeFunction'[] }
  /** Who reads a stream may also send to the queue of what it gives up. */
  | {
      readonly stream: StreamId;
      readonly actions: readonly (
        | 'DescribeStream'
        | 'DescribeStreamSummary'
        | 'GetRecords'
        | 'GetShardIterator'
        | 'ListShards'
        | 'ListStreams'
      )[];
    }
  | {
      readonly training: 'jobs';
      readonly actions: readonly ('CreateTrainingJob' | 'AddTags' | 'DescribeTrainingJob')[];
    }
  | { readonly endpoint: EndpointId; readonly actions: readonly EndpointAction[] }
  | {
      readonly workflow: WorkflowId;
      readonly actions: readonly ('StartExecution' | 'DescribeExecution')[];
    }
  | { readonly service: 'comprehend'; readonly actions: readonly 'BatchDetectSentiment'[] };
