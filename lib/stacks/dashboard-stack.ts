import { CfnOutput, Fn, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { CustomerKey } from '../constructs/customer-key.ts';
import { EdgeFirewall } from '../constructs/edge-firewall.ts';
import { LogBucket } from '../constructs/log-bucket.ts';
import { logGroupsStatement } from '../constructs/log-groups-statement.ts';
import { PageBucket } from '../constructs/page-bucket.ts';
import { PageDistribution } from '../constructs/page-distribution.ts';
import { edgeRegion } from './edge-stack.ts';
import { preparationApiDomainOutput } from './preparation-stack.ts';

export interface DashboardStackProps extends StackProps {
  readonly prefix: string;
  /** The stack of the API that the page asks, and where it is. */
  readonly origin: { readonly stackName: string; readonly region: string };
  readonly logRetentionDays: number;
}

/** The dashboard's page behind CloudFront, beside the API that it asks. What it shows is in no bucket of this stack. */
export class DashboardStack extends Stack {
  constructor(scope: Construct, id: string, props: DashboardStackProps) {
    super(scope, id, { ...props, env: { region: edgeRegion } });
    const { prefix, origin, logRetentionDays } = props;
    const name = `${prefix}-dashboard`;
    const key = new CustomerKey(this, 'Key', {
      alias: `${prefix}/dashboard`,
      description: `${prefix}: logs of the dashboard's CloudFront and firewall`,
    });
    key.addToResourcePolicy(
      logGroupsStatement(this, [`/aws/vendedlogs/${prefix}-*`, `aws-waf-logs-${prefix}-*`]),
    );
    const bucket = new PageBucket(this, 'Page', new LogBucket(this, 'LogBucket', logRetentionDays));
    const { webAclArn } = new EdgeFirewall(this, 'Firewall', { name, key, logRetentionDays });
    const { domainName } = new PageDistribution(this, 'Distribution', {
      name,
      bucket,
      apiDomain: Fn.getStackOutput(origin.stackName, preparationApiDomainOutput, origin.region),
      webAclArn,
      key,
      logRetentionDays,
    });
    new CfnOutput(this, 'Address', {
      value: `https://${domainName}/dashboard/`,
      description: 'Of the dashboard, once "wellcast dashboard publish" has put it there',
    });
    new CfnOutput(this, 'BucketName', { value: bucket.bucketName, description: 'Takes the page' });
  }
}
