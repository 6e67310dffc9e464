import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { FunctionSpec } from '../catalog-shapes.ts';

/**
 * The name of a function's role, known before the role exists, so that a resource can name who may use it. With
 * the region, since roles are named once per account.
 */
export const functionRoleName = (scope: Construct, spec: FunctionSpec): string =>
  `${spec.name}-${Stack.of(scope).region}`;
