import { RemovalPolicy } from 'aws-cdk-lib';
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnDelivery, CfnDeliveryDestination, CfnDeliverySource, LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

export interface DistributionLogProps {
  readonly distribution: Distribution;
  /** Of log group, source and destination alike. */
  readonly name: string;
  readonly key: IKey;
  readonly logRetentionDays: number;
}

/** What is written about each call: no path, no query, no address, no header of the caller's. */
const recordFields = [
  'date',
  'time',
  'x-edge-location',
  'x-edge-request-id',
  'cs-method',
  'sc-status',
  'sc-bytes',
  'time-taken',
  'x-edge-result-type',
  'cs-protocol',
  'ssl-protocol',
];

/** Has CloudFront's calls written to CloudWatch Logs, by the newer delivery, whose fields can be chosen. */
export const logDistribution = (scope: Construct, props: DistributionLogProps): void => {
  const { distribution, name, key, logRetentionDays } = props;
  const logGroup = new LogGroup(scope, 'Logs', {
    logGroupName: `/aws/vendedlogs/${name}`,
    retention: logRetentionDays,
    encryptionKey: key,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const source = new CfnDeliverySource(scope, 'LogSource', {
    name,
    logType: 'ACCESS_LOGS',
    resourceArn: distribution.distributionArn,
  });
  const destination = new CfnDeliveryDestination(scope, 'LogDestination', {
    name,
    destinationResourceArn: logGroup.logGroupArn,
    outputFormat: 'json',
  });
  const delivery = new CfnDelivery(scope, 'LogDelivery', {
    deliverySourceName: name,
    deliveryDestinationArn: destination.attrArn,
    recordFields,
  });
  delivery.node.addDependency(source);
};
