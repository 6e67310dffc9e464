import { CfnOutput, Fn, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { CustomerKey } from '../constructs/customer-key.ts';
import { EdgeDistribution } from '../constructs/edge-distribution.ts';
import { EdgeFirewall } from '../constructs/edge-firewall.ts';
import { logGroupsStatement } from '../constructs/log-groups-statement.ts';
import { apiDomainOutput } from './wearables-stack.ts';

/** Where AWS keeps all that belongs to CloudFront. */
export const edgeRegion = 'us-east-1';

export interface EdgeStackProps extends StackProps {
  readonly prefix: string;
  /** The stack of the API, and where it is. */
  readonly origin: { readonly stackName: string; readonly region: string };
  readonly logRetentionDays: number;
}

/** CloudFront with a WAF in front of the API. In a region of its own, since AWS takes both there only. */
export class EdgeStack extends Stack {
  constructor(scope: Construct, id: string, props: EdgeStackProps) {
    super(scope, id, { ...props, env: { region: edgeRegion } });
    const { origin, logRetentionDays } = props;
    const name = `${props.prefix}-edge`;
    const key = new CustomerKey(this, 'Key', {
      alias: `${props.prefix}/edge`,
      description: `${props.prefix}: logs of CloudFront and its firewall`,
    });
    key.addToResourcePolicy(
      logGroupsStatement(this, [`/aws/vendedlogs/${props.prefix}-*`, `aws-waf-logs-${props.prefix}-*`]),
    );
    const { webAclArn } = new EdgeFirewall(this, 'Firewall', { name, key, logRetentionDays });
    const { domainName } = new EdgeDistribution(this, 'Distribution', {
      name,
      originDomain: Fn.getStackOutput(origin.stackName, apiDomainOutput, origin.region),
      webAclArn,
      key,
      logRetentionDays,
    });
    new CfnOutput(this, 'Endpoint', {
      value: `https://${domainName}`,
      description: 'Base URL by CloudFront',
    });
  }
}
