import type { FunctionSpec } from '../../lib/catalog-shapes.ts';
import { localAccountId, type ResourceNames } from '../resource-names.ts';

/** A function as GetFunction and ListFunctions describe it. */
export const functionConfiguration = (spec: FunctionSpec, names: ResourceNames) => ({
  FunctionName: spec.name,
  FunctionArn: names.functionArn(spec.name),
  Description: spec.description,
  Runtime: 'nodejs24.x',
  Handler: 'index.handler',
  Role: `arn:aws:iam::${localAccountId}:role/${spec.name}`,
  MemorySize: spec.memoryMb,
  Timeout: spec.timeoutSeconds,
  Version: '$LATEST',
  PackageType: 'Zip',
  Architectures: ['arm64'],
  State: 'Active',
  LastUpdateStatus: 'Successful',
  Environment: {
    Variables: Object.fromEntries(
      Object.entries(spec.environment).map(([name, value]) => [name, names.environmentValue(value)]),
    ),
  },
});
