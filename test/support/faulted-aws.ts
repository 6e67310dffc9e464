import { makeCatalog } from '../../lib/catalog.ts';
import type { FunctionId } from '../../lib/catalog-ids.ts';
import type { Catalog } from '../../lib/catalog-shapes.ts';
import { Config } from '../../lib/config.ts';
import { type FaultingProxy, startFaultingProxy } from './faulting-proxy.ts';
import { startTestAws, type TestAws, type TestAwsOptions } from './local-aws.ts';

export interface FaultedAws {
  readonly aws: TestAws;
  readonly proxy: FaultingProxy;
  close(): Promise<void>;
}

/**
 * A local AWS, some of whose functions reach every service through a proxy that does harm.
 *
 * @param change - what else of the catalogue is another
 */
export const startFaultedAws = async (
  faulted: readonly FunctionId[],
  change: (catalog: Catalog) => Partial<Catalog>,
  options: TestAwsOptions = {},
): Promise<FaultedAws> => {
  let endpoint = '';
  const proxy = await startFaultingProxy(() => endpoint);
  const catalog = makeCatalog(options.config ?? Config.parse({}));
  const functions = { ...catalog.functions };
  for (const id of faulted) {
    const spec = functions[id];
    functions[id] = { ...spec, environment: { ...spec.environment, AWS_ENDPOINT_URL: proxy.endpoint } };
  }
  const aws = await startTestAws({ ...options, catalog: { ...catalog, functions, ...change(catalog) } });
  endpoint = aws.endpoint;
  return {
    aws,
    proxy,
    close: async () => {
      await aws.close();
      await proxy.close();
    },
  };
};
