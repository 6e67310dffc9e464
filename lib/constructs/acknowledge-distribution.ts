import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { acknowledge } from './acknowledge.ts';

/** Accepts what every distribution of ours is asked about. */
export const acknowledgeDistribution = (distribution: Distribution): void =>
  acknowledge(distribution, {
    'AwsSolutions-CFR1':
      'Where a team’s people live and travel is not ours to guess; who may come is decided by token or device key.',
    'AwsSolutions-CFR3':
      'It is logged, by the newer delivery to CloudWatch Logs, whose fields can be chosen: the older log would hold addresses, paths and queries.',
    'AwsSolutions-CFR4':
      'Under its own cloudfront.net name a distribution takes the certificate and the TLS versions of CloudFront; a domain of the team’s own, with its certificate, is added where there is one.',
  });
