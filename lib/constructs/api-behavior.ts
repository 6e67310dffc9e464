import { Duration } from 'aws-cdk-lib';
import {
  type AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';

/** An HTTP API behind CloudFront, over TLS: nothing cached, everything passed on but the host name. */
export const apiBehavior = (domain: string, allowedMethods: AllowedMethods): BehaviorOptions => ({
  origin: new HttpOrigin(domain, {
    protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
    originSslProtocols: [OriginSslPolicy.TLS_V1_2],
    // As long as the API itself waits for a function.
    readTimeout: Duration.seconds(30),
  }),
  allowedMethods,
  viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
  cachePolicy: CachePolicy.CACHING_DISABLED,
  // The API answers to its own host name only.
  originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
  responseHeadersPolicy: ResponseHeadersPolicy.SECURITY_HEADERS,
});
