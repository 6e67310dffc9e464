import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

/** Holds the dashboard's page: code that anybody may see, which CloudFront alone reads. */
export class PageBucket extends Bucket {
  constructor(scope: Construct, id: string, logBucket: Bucket) {
    super(scope, id, {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      // CDK's own types do not distinguish an absent property from an undefined one; ours do.
      serverAccessLogsBucket: logBucket as IBucket,
      serverAccessLogsPrefix: 'page/',
      lifecycleRules: [
        {
          id: 'forget-old-versions',
          noncurrentVersionExpiration: Duration.days(30),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(this, {
      'HIPAA.Security-S3DefaultEncryptionKMS':
        'What lies here is the page itself, the same for everybody and without any data: figures come from the API, by token.',
      'HIPAA.Security-S3BucketReplicationEnabled':
        'The page is built from this repository, and published again where it was lost.',
    });
  }
}
