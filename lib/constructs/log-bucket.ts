import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

/** Where S3 writes who read and wrote the other buckets; kept as long as the other logs. */
export class LogBucket extends Bucket {
  constructor(scope: Construct, id: string, retentionDays: number) {
    super(scope, id, {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      versioned: true,
      lifecycleRules: [
        {
          id: 'expire-logs',
          expiration: Duration.days(retentionDays),
          noncurrentVersionExpiration: Duration.days(30),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const itself = 'This bucket receives the access logs; logging it into itself would never end.';
    acknowledge(this, {
      'AwsSolutions-S1': itself,
      'HIPAA.Security-S3BucketLoggingEnabled': itself,
      'HIPAA.Security-S3DefaultEncryptionKMS':
        'S3 delivers access logs only to buckets encrypted with SSE-S3. They name requesters and keys; keys hold no personal data.',
      'HIPAA.Security-S3BucketReplicationEnabled':
        'Access logs are evidence about the data in this region and stay with it; versioning keeps them from being overwritten.',
    });
  }
}
