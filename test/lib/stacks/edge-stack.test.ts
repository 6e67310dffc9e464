import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { region } from '../support/resolved-templates.ts';
import { synthesise } from '../support/synthesise.ts';

const { templates } = synthesise({ edgeOriginRegion: region });
const edgeStack = 'mindmate-edge';
const only = (type: string) => {
  const [found, ...more] = templates.properties([edgeStack], type);
  return found !== undefined && more.length === 0 ? found : expect.fail(`${type}: none or several`);
};

describe('the edge stack', () => {
  it('exists only when it is wanted', () => {
    expect(synthesise().templates.stackNames()).not.toContain(edgeStack);
  });

  it('puts CloudFront in front of the API, over TLS, caching nothing', () => {
    const { DistributionConfig } = z
      .object({
        DistributionConfig: z.looseObject({
          Origins: z.array(z.looseObject({ DomainName: z.string(), CustomOriginConfig: z.unknown() })),
          DefaultCacheBehavior: z.unknown(),
          WebACLId: z.string(),
        }),
      })
      .parse(only('AWS::CloudFront::Distribution'));
    expect(DistributionConfig.Origins).toEqual([
      expect.objectContaining({
        DomainName: expect.stringMatching(/^Api\w+\.execute-api\.eu-central-1\.amazonaws\.com$/),
        CustomOriginConfig: expect.objectContaining({
          OriginProtocolPolicy: 'https-only',
          OriginSSLProtocols: ['TLSv1.2'],
        }),
      }),
    ]);
    expect(DistributionConfig.DefaultCacheBehavior).toMatchObject({
      ViewerProtocolPolicy: 'https-only',
      // AWS's managed policies CachingDisabled and AllViewerExceptHostHeader, from the CloudFront developer guide.
      CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
      OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
    });
    expect(DistributionConfig.WebACLId).toMatch(/^FirewallWebAcl/);
  });

  it('lets the firewall count large bodies and block bad senders, bad requests and too many of them', () => {
    const { Rules } = z
      .object({
        Scope: z.literal('CLOUDFRONT'),
        Rules: z.array(z.looseObject({ Name: z.string(), Statement: z.unknown() })),
      })
      .parse(only('AWS::WAFv2::WebACL'));
    expect(Rules.map(({ Name }) => Name)).toEqual([
      'too-many-from-one-address',
      'AWSManagedRulesAmazonIpReputationList',
      'AWSManagedRulesKnownBadInputsRuleSet',
      'AWSManagedRulesCommonRuleSet',
    ]);
    expect(Rules.at(-1)?.Statement).toMatchObject({
      ManagedRuleGroupStatement: {
        RuleActionOverrides: [{ Name: 'SizeRestrictions_BODY', ActionToUse: { Count: {} } }],
      },
    });
  });

  it('logs no token, key, query, path or address', () => {
    const { RedactedFields } = z
      .object({ RedactedFields: z.array(z.unknown()) })
      .parse(only('AWS::WAFv2::LoggingConfiguration'));
    expect(RedactedFields).toEqual([
      { SingleHeader: { Name: 'authorization' } },
      { SingleHeader: { Name: 'x-api-key' } },
      { SingleHeader: { Name: 'cookie' } },
      { QueryString: {} },
    ]);
    const { RecordFields } = z
      .object({ RecordFields: z.array(z.string()) })
      .parse(only('AWS::Logs::Delivery'));
    expect(RecordFields.filter((name) => /uri|query|ip|cookie|user-agent|referer|host/i.test(name))).toEqual(
      [],
    );
  });
});
