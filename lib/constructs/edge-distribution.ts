import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnDelivery, CfnDeliveryDestination, CfnDeliverySource, LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

export interface EdgeDistributionProps {
  readonly name: string;
  readonly originDomain: string;
  readonly webAclArn: string;
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

/** CloudFront in front of the API: nothing cached, everything passed on but the host name. */
export class EdgeDistribution extends Construct {
  readonly domainName: string;

  constructor(scope: Construct, id: string, props: EdgeDistributionProps) {
    super(scope, id);
    const distribution = new Distribution(this, 'Distribution', {
      comment: `${props.name}: in front of the API`,
      httpVersion: HttpVersion.HTTP2_AND_3,
      webAclId: props.webAclArn,
      defaultBehavior: {
        origin: new HttpOrigin(props.originDomain, {
          protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
          originSslProtocols: [OriginSslPolicy.TLS_V1_2],
          readTimeout: Duration.seconds(30),
        }),
        allowedMethods: AllowedMethods.ALLOW_ALL,
        viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        // The API answers to its own host name only.
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        responseHeadersPolicy: ResponseHeadersPolicy.SECURITY_HEADERS,
      },
    });
    this.domainName = distribution.distributionDomainName;
    this.#log(distribution, props);
    acknowledge(distribution, {
      'AwsSolutions-CFR1':
        'Where a team’s people live and travel is not ours to guess; who may come is decided by token or device key.',
      'AwsSolutions-CFR3':
        'It is logged, by the newer delivery to CloudWatch Logs, whose fields can be chosen: the older log would hold addresses, paths and queries.',
      'AwsSolutions-CFR4':
        'Under its own cloudfront.net name a distribution takes the certificate and the TLS versions of CloudFront; a domain of the team’s own, with its certificate, is added where there is one.',
    });
  }

  #log(distribution: Distribution, { name, key, logRetentionDays }: EdgeDistributionProps): void {
    const logGroup = new LogGroup(this, 'Logs', {
      logGroupName: `/aws/vendedlogs/${name}`,
      retention: logRetentionDays,
      encryptionKey: key,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const source = new CfnDeliverySource(this, 'LogSource', {
      name,
      logType: 'ACCESS_LOGS',
      resourceArn: distribution.distributionArn,
    });
    const destination = new CfnDeliveryDestination(this, 'LogDestination', {
      name,
      destinationResourceArn: logGroup.logGroupArn,
      outputFormat: 'json',
    });
    const delivery = new CfnDelivery(this, 'LogDelivery', {
      deliverySourceName: name,
      deliveryDestinationArn: destination.attrArn,
      recordFields,
    });
    delivery.node.addDependency(source);
  }
}
