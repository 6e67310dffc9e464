import type { PrepareTrainingDataDeps } from '../../../lambdas/prepare-training-data/prepare-training-data.ts';

type Call = () => Promise<unknown>;

/** Something that stands between the use case and every asynchronous call of its ports. */
export type Interceptor = (name: string, call: Call) => Promise<unknown>;

const portNames = [
  'users',
  'journals',
  'features',
  'store',
  'lineage',
  'sampleSecret',
  'runs',
  'training',
  'pipelines',
  'workspace',
] as const;

/** The same ports with every asynchronous method led through an interceptor. */
export const interceptPorts = (
  deps: PrepareTrainingDataDeps,
  intercept: Interceptor,
): PrepareTrainingDataDeps => {
  const ports = portNames.map((portName) => {
    const port = new Proxy(deps[portName], {
      get: (target, method) => {
        const original: unknown = Reflect.get(target, method);
        if (typeof original !== 'function' || method === 'pathOf') return original;
        return (...args: unknown[]) =>
          intercept(`${portName}.${String(method)}`, () => Reflect.apply(original, target, args));
      },
    });
    return [portName, port];
  });
  return { ...deps, ...Object.fromEntries(ports) };
};
