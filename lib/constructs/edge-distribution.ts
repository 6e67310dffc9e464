import { AllowedMethods, Distribution, HttpVersion } from 'aws-cdk-lib/aws-cloudfront';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { acknowledgeDistribution } from './acknowledge-distribution.ts';
import { apiBehavior } from './api-behavior.ts';
import { logDistribution } from './log-distribution.ts';

export interface EdgeDistributionProps {
  readonly name: string;
  readonly originDomain: string;
  readonly webAclArn: string;
  readonly key: IKey;
  readonly logRetentionDays: number;
}

/** CloudFront in front of the API: nothing cached, everything passed on but the host name. */
export class EdgeDistribution extends Construct {
  readonly domainName: string;

  constructor(scope: Construct, id: string, props: EdgeDistributionProps) {
    super(scope, id);
    const { name, key, logRetentionDays } = props;
    const distribution = new Distribution(this, 'Distribution', {
      comment: `${name}: in front of the API`,
      httpVersion: HttpVersion.HTTP2_AND_3,
      webAclId: props.webAclArn,
      defaultBehavior: apiBehavior(props.originDomain, AllowedMethods.ALLOW_ALL),
    });
    this.domainName = distribution.distributionDomainName;
    logDistribution(this, { distribution, name, key, logRetentionDays });
    acknowledgeDistribution(distribution);
  }
}
