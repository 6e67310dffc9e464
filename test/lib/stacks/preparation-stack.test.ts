import { describe, expect, it } from 'vitest';
import { basePath } from '../../../lambdas/serve-data-preparation/http/make-app.ts';
import { preparationPath } from '../../../lib/catalog-preparation.ts';
import { synthesise } from '../support/synthesise.ts';

const { templates, dataStack, preparationStack, wearablesStack } = synthesise();
const properties = (type: string) => templates.properties([preparationStack], `AWS::${type}`);

describe('the data preparation API', () => {
  it('is one of its own, whose routes all ask for a token and lead to one function', () => {
    const routes = properties('ApiGatewayV2::Route');
    expect(routes.map(({ RouteKey }) => RouteKey).toSorted()).toEqual([
      `DELETE ${basePath}/{proxy+}`,
      `GET ${basePath}/{proxy+}`,
      `POST ${basePath}/{proxy+}`,
    ]);
    expect(preparationPath).toBe(basePath);
    for (const route of routes) expect(route).toMatchObject({ AuthorizationType: 'JWT' });
    expect(properties('ApiGatewayV2::Integration')).toHaveLength(1);
    const watchRoutes = templates.properties([wearablesStack], 'AWS::ApiGatewayV2::Route');
    expect(watchRoutes.map(({ RouteKey }) => String(RouteKey)).join()).not.toContain(basePath);
  });

  it('holds changes back more than reads', () => {
    const [stage] = properties('ApiGatewayV2::Stage');
    expect(stage?.['RouteSettings']).toMatchObject({
      [`GET ${basePath}/{proxy+}`]: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
      [`POST ${basePath}/{proxy+}`]: { ThrottlingRateLimit: 10, ThrottlingBurstLimit: 20 },
      [`DELETE ${basePath}/{proxy+}`]: { ThrottlingRateLimit: 10, ThrottlingBurstLimit: 20 },
    });
  });

  it('keeps the heads of the audit trail under a lock that nobody can lift', () => {
    const heads = templates
      .properties([dataStack], 'AWS::S3::Bucket')
      .find(({ BucketName }) => String(BucketName).includes('audit-heads'));
    expect(heads).toMatchObject({
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 365 } } },
    });
  });
});
