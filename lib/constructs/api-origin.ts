import { Duration } from 'aws-cdk-lib';
import { OriginProtocolPolicy, OriginSslPolicy } from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';

/** An HTTP API behind CloudFront, over TLS, with as much time as it has itself. */
export const apiOrigin = (domain: string): HttpOrigin =>
  new HttpOrigin(domain, {
    protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
    originSslProtocols: [OriginSslPolicy.TLS_V1_2],
    readTimeout: Duration.seconds(30),
  });
