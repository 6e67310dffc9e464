import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { FunctionSpec } from '../catalog-shapes.ts';

/** The ARN of a function, known before the function exists. */
export const functionArn = (scope: Construct, { name }: FunctionSpec): string =>
  Stack.of(scope).formatArn({
    service: 'lambda',
    resource: 'function',
    resourceName: name,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
