import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  CfnBucket,
  type IBucket,
  ObjectLockRetention,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { BucketSpec } from '../catalog-shapes.ts';
import { acknowledge } from './acknowledge.ts';

export interface CatalogBucketProps {
  readonly spec: BucketSpec;
  readonly key: IKey;
  readonly logBucket: Bucket;
}

/** How long a replaced or deleted object can still be brought back. */
export const noncurrentVersionDays = 90;

/** Checkpoints matter only while a job can still resume from them. */
export const checkpointDays = 30;

/** One bucket of the catalogue: private, encrypted, versioned, every access logged. */
export class CatalogBucket extends Bucket {
  /** The name itself, not a reference: policies elsewhere then say in plain text what they allow. */
  readonly plainName: string;
  readonly plainArn: string;

  constructor(scope: Construct, id: string, props: CatalogBucketProps) {
    const name = props.spec.name.replace('{account}', Aws.ACCOUNT_ID);
    super(scope, id, {
      bucketName: name,
      versioned: props.spec.versioned,
      encryption: BucketEncryption.KMS,
      encryptionKey: props.key,
      bucketKeyEnabled: true,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      ...(props.spec.lockDays !== undefined && {
        objectLockDefaultRetention: ObjectLockRetention.compliance(Duration.days(props.spec.lockDays)),
      }),
      // CDK's own types do not distinguish an absent property from an undefined one; ours do.
      serverAccessLogsBucket: props.logBucket as IBucket,
      serverAccessLogsPrefix: `${props.spec.name.replace('{account}', '').replace(/-$/, '')}/`,
      lifecycleRules: [
        {
          id: 'forget-old-versions-and-broken-uploads',
          noncurrentVersionExpiration: Duration.days(noncurrentVersionDays),
          expiredObjectDeleteMarker: true,
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
        ...(props.spec.expireDays === undefined
          ? []
          : [{ id: 'forget-everything', expiration: Duration.days(props.spec.expireDays) }]),
        ...(props.spec.passing ?? []).map(({ prefix, days }) => ({
          id: `forget-${prefix.replaceAll('/', '')}`,
          prefix,
          expiration: Duration.days(days),
          noncurrentVersionExpiration: Duration.days(1),
        })),
        { id: 'forget-checkpoints', prefix: 'checkpoints/', expiration: Duration.days(checkpointDays) },
      ],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    if (props.spec.announces === true) this.enableEvents();
    this.plainName = name;
    this.plainArn = `arn:${Aws.PARTITION}:s3:::${name}`;
    acknowledge(this, {
      'HIPAA.Security-S3BucketReplicationEnabled':
        'Versions protect against loss by mistake. A replica would carry health data into a second region and escape erasure.',
      ...(!props.spec.versioned && {
        'HIPAA.Security-S3BucketVersioningEnabled':
          'What lies here is on its way, is made anew at need and is removed on purpose: old versions would keep it.',
      }),
    });
  }

  /** In the template itself: CDK's own way is a function of its own that changes the bucket at deployment. */
  private enableEvents(): void {
    const bucket = this.node.defaultChild;
    if (!(bucket instanceof CfnBucket)) throw new Error('A bucket without a CfnBucket announces nothing.');
    bucket.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
  }
}
