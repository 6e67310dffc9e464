import { Duration } from 'aws-cdk-lib';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Bucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledgeDistribution } from './acknowledge-distribution.ts';
import { apiBehavior } from './api-behavior.ts';
import { logDistribution } from './log-distribution.ts';

export interface PageDistributionProps {
  readonly name: string;
  readonly bucket: Bucket;
  readonly apiDomain: string;
  readonly webAclArn: string;
  readonly key: IKey;
  readonly logRetentionDays: number;
}

/** All that the page asks of the API; the rest of it is not to be had here. */
const figuresPath = '/api/v1/ml-data-preparation/dashboard/*';

/** Folders are their index page, and the page is found from the address alone. */
const rewrite = `function handler(event) {
  var request = event.request;
  if (request.uri === '/' || request.uri === '/dashboard') {
    return { statusCode: 302, statusDescription: 'Found', headers: { location: { value: '/dashboard/' } } };
  }
  if (request.uri.endsWith('/')) request.uri += 'index.html';
  return request;
}`;

/** The page from a bucket and the figures from the API, under one host name, over TLS alone. */
export class PageDistribution extends Construct {
  readonly domainName: string;

  constructor(scope: Construct, id: string, props: PageDistributionProps) {
    super(scope, id);
    const { name, key, logRetentionDays } = props;
    const distribution = new Distribution(this, 'Distribution', {
      comment: `${name}: the dashboard and its figures`,
      httpVersion: HttpVersion.HTTP2_AND_3,
      webAclId: props.webAclArn,
      defaultBehavior: {
        // CDK's own types do not distinguish an absent property from an undefined one; ours do.
        origin: S3BucketOrigin.withOriginAccessControl(props.bucket as IBucket),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        // As long as each object says: for good what is named by its content, never the page itself.
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        responseHeadersPolicy: this.#headers(name),
        functionAssociations: [
          {
            eventType: FunctionEventType.VIEWER_REQUEST,
            function: new EdgeFunction(this, 'Rewrite', {
              functionName: `${name}-index`,
              code: FunctionCode.fromInline(rewrite),
              runtime: FunctionRuntime.JS_2_0,
            }),
          },
        ],
      },
      additionalBehaviors: {
        [figuresPath]: apiBehavior(props.apiDomain, AllowedMethods.ALLOW_GET_HEAD),
      },
    });
    this.domainName = distribution.distributionDomainName;
    logDistribution(this, { distribution, name, key, logRetentionDays });
    acknowledgeDistribution(distribution);
  }

  /** What the page's own policy, in the page, cannot say. */
  #headers(name: string): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, 'Headers', {
      responseHeadersPolicyName: `${name}-headers`,
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: "frame-ancestors 'none'", override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(365),
          includeSubdomains: true,
          override: true,
        },
      },
    });
  }
}
