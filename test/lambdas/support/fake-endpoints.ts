import type { ApprovedModels, DeployableVersion } from '../../../lambdas/shared/ports/approved-models.ts';
import type {
  DeploymentBook,
  EndpointDeployments,
} from '../../../lambdas/shared/ports/endpoint-deployments.ts';
import type { EndpointState, ModelEndpoints } from '../../../lambdas/shared/ports/model-endpoints.ts';

/** Deployment books in memory, changed by compare-and-set. */
export const memoryDeployments = (): EndpointDeployments & {
  readonly books: Map<string, DeploymentBook>;
} => {
  const books = new Map<string, DeploymentBook>();
  return {
    books,
    read: async (endpointName) => books.get(endpointName),
    write: async (book) => {
      if ((books.get(book.endpointName)?.revision ?? 0) !== book.revision - 1) return false;
      books.set(book.endpointName, book);
      return true;
    },
  };
};

/** A registry of versions in memory. */
export const memoryModels = (versions: readonly DeployableVersion[]): ApprovedModels => ({
  find: async (_, version) => versions.find((one) => one.version === version),
  newest: async () =>
    versions
      .filter(({ status }) => status === 'approved')
      .reduce((newest, { version }) => Math.max(newest, version), 0) || undefined,
  approve: async () => false,
});

/** SageMaker's one endpoint in memory: an update is done when `settle` says so. */
export const fakeEndpoints = () => {
  const calls: string[] = [];
  let state: EndpointState | undefined;
  let next: string | undefined;
  const endpoints: ModelEndpoints = {
    configNameOf: (version) => `config-v${version}`,
    prepare: async ({ configName }) => {
      calls.push(`prepare ${configName}`);
    },
    describe: async () => state,
    create: async (_, configName) => {
      calls.push(`create ${configName}`);
      state = { status: 'Creating', configName };
      next = configName;
    },
    update: async (_, configName) => {
      calls.push(`update ${configName}`);
      state = { status: 'Updating', configName: state?.configName ?? '' };
      next = configName;
    },
    remove: async () => {
      calls.push('remove');
      state = undefined;
    },
  };
  return {
    endpoints,
    calls,
    /** Ends what is under way: well, or as SageMaker ends what does not come up. */
    settle: (how: 'well' | 'badly' = 'well') => {
      if (state === undefined) return;
      const isNew = state.status === 'Creating';
      const configName = how === 'well' ? (next ?? '') : state.configName;
      state = { status: how === 'badly' && isNew ? 'Failed' : 'InService', configName };
    },
  };
};
