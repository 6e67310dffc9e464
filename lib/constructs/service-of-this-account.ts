import { Stack } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';

/**
 * A service of AWS that works for this account, and not for another that has learned our names (the confused deputy).
 *
 * @param scope - in the stack whose account it is
 * @param service - such as `sagemaker.amazonaws.com`
 */
export const serviceOfThisAccount = (scope: IConstruct, service: string): ServicePrincipal =>
  new ServicePrincipal(service, {
    conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
  });
