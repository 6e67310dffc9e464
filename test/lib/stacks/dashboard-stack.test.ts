import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { region } from '../support/resolved-templates.ts';
import { synthesise } from '../support/synthesise.ts';

const dashboardUrl = 'https://d111111abcdef8.cloudfront.net';
const { templates, dataStack, preparationStack, wearablesStack } = synthesise({
  dashboardOriginRegion: region,
  dashboardUrl,
});
const dashboardStack = 'mindmate-dashboard';
const named = (stack: string, type: string, name: string) =>
  templates.properties([stack], type).find((one) => JSON.stringify(one).includes(name)) ??
  expect.fail(`no ${type} named ${name}`);

describe('the dashboard stack', () => {
  it('exists only when it is wanted', () => {
    expect(synthesise().templates.stackNames()).not.toContain(dashboardStack);
  });

  it('serves the page from a private bucket and nothing of the API but the figures, over TLS', () => {
    const { DistributionConfig } = z
      .object({
        DistributionConfig: z.looseObject({
          Origins: z.array(z.looseObject({ DomainName: z.unknown() })),
          DefaultCacheBehavior: z.looseObject({ ViewerProtocolPolicy: z.string() }),
          CacheBehaviors: z.array(z.looseObject({ PathPattern: z.string() })),
        }),
      })
      .parse(templates.properties([dashboardStack], 'AWS::CloudFront::Distribution')[0]);
    expect(DistributionConfig.DefaultCacheBehavior.ViewerProtocolPolicy).toBe('redirect-to-https');
    expect(DistributionConfig.CacheBehaviors).toEqual([
      expect.objectContaining({
        PathPattern: '/api/v1/ml-data-preparation/dashboard/*',
        ViewerProtocolPolicy: 'https-only',
        AllowedMethods: ['GET', 'HEAD'],
        // AWS's managed policy CachingDisabled, from the CloudFront developer guide.
        CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
      }),
    ]);
    for (const bucket of templates.properties([dashboardStack], 'AWS::S3::Bucket')) {
      expect(bucket['PublicAccessBlockConfiguration']).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
    }
    expect(templates.properties([dashboardStack], 'AWS::CloudFront::OriginAccessControl')).toHaveLength(1);
  });

  it('lets nobody frame the page, and no browser come without TLS again', () => {
    expect(templates.properties([dashboardStack], 'AWS::CloudFront::ResponseHeadersPolicy')).toEqual([
      {
        ResponseHeadersPolicyConfig: expect.objectContaining({
          SecurityHeadersConfig: expect.objectContaining({
            ContentSecurityPolicy: { ContentSecurityPolicy: "frame-ancestors 'none'", Override: true },
            StrictTransportSecurity: expect.objectContaining({ AccessControlMaxAgeSec: 31_536_000 }),
          }),
        }),
      },
    ]);
  });
});

describe("the dashboard's sign-in", () => {
  it('is a client without a secret that takes codes and comes back to the page alone', () => {
    const client = named(dataStack, 'AWS::Cognito::UserPoolClient', 'mindmate-app-dashboard');
    expect(client).toMatchObject({
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid'],
      CallbackURLs: [`${dashboardUrl}/dashboard/`],
    });
  });

  it('opens the preparation API and no other', () => {
    const audienceOf = (stack: string) =>
      z
        .array(z.looseObject({ JwtConfiguration: z.object({ Audience: z.array(z.unknown()) }) }))
        .parse(
          templates
            .properties([stack], 'AWS::ApiGatewayV2::Authorizer')
            .filter((one) => one['AuthorizerType'] === 'JWT'),
        )
        .map(({ JwtConfiguration }) => JwtConfiguration.Audience.length);
    expect(audienceOf(preparationStack)).toEqual([2]);
    expect(audienceOf(wearablesStack)).toEqual([1]);
  });
});
