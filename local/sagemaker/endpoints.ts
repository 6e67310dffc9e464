import type { EmitLocalEvent } from '../local-event.ts';
import { AwsError } from '../protocol/aws-error.ts';
import { endpointArn, endpointConfigArn, type StoredEndpoint } from './endpoint.ts';
import type { HostingStore } from './hosting-store.ts';
import type { LaunchRequest, LiveVariant } from './launch-variant.ts';
import { ModelDataError } from './stage-model.ts';

export interface EndpointsSettings {
  readonly store: HostingStore;
  readonly launch: (request: LaunchRequest) => Promise<LiveVariant>;
  readonly emit: EmitLocalEvent;
}

/** An endpoint by name, and the configuration that it is to have. */
export interface EndpointTarget {
  readonly endpointName: string;
  readonly configName: string;
}

/** Endpoints, each with its container as a child process. */
export interface Endpoints {
  /** @throws {AwsError} ValidationException, as the two below */
  create(target: EndpointTarget): void;
  update(target: EndpointTarget): void;
  remove(endpointName: string): void;
  /** What answers for an endpoint; undefined while nothing does. */
  live(endpointName: string): LiveVariant | undefined;
  /** Takes up what an earlier process left. */
  resume(): void;
  close(): Promise<void>;
}

const refuse = (message: string): AwsError => new AwsError('ValidationException', message);

export const makeEndpoints = ({ store, launch, emit }: EndpointsSettings): Endpoints => {
  const { configs, endpoints } = store;
  const live = new Map<string, LiveVariant>();
  const work = new Set<Promise<void>>();
  const closing = new AbortController();

  const save = (name: string, endpoint: StoredEndpoint): void => {
    endpoints.save(name, endpoint);
    const { status, failureReason } = endpoint;
    const reason = failureReason === undefined ? {} : { failureReason };
    emit({ kind: 'endpoint-state', endpointName: name, status, ...reason });
  };

  /** Whether an endpoint is still what work was begun for, and was not removed, or created anew, in the meantime. */
  const isCurrent = ({ request, createdAt }: StoredEndpoint): boolean =>
    !closing.signal.aborted && endpoints.find(request.EndpointName)?.createdAt === createdAt;

  const change = (before: StoredEndpoint, changes: Partial<StoredEndpoint>): void => {
    const name = before.request.EndpointName;
    if (isCurrent(before))
      save(name, { ...(endpoints.find(name) ?? before), ...changes, modifiedAt: Date.now() });
  };

  const reasonOf = (error: unknown, configName: string): string => {
    if (error instanceof ModelDataError) return error.message;
    const variant = configs.find(configName)?.request.ProductionVariants[0]?.VariantName;
    return `The primary container for production variant ${variant} did not pass the ping health check. Please check CloudWatch logs for this endpoint.`;
  };

  /** Brings an endpoint to a configuration; where that fails, what is in service stays, as SageMaker has it. */
  const deploy = async (endpoint: StoredEndpoint, configName: string): Promise<void> => {
    const endpointName = endpoint.request.EndpointName;
    try {
      const next = await launch({ endpointName, configName, signal: closing.signal });
      if (!isCurrent(endpoint)) return await next.close();
      const before = live.get(endpointName);
      live.set(endpointName, next);
      change(endpoint, {
        status: 'InService',
        configName,
        nextConfigName: undefined,
        failureReason: undefined,
      });
      await before?.close();
    } catch (error) {
      const status = live.has(endpointName) ? 'InService' : 'Failed';
      change(endpoint, { status, nextConfigName: undefined, failureReason: reasonOf(error, configName) });
    }
  };

  const inBackground = (task: Promise<void>): void => {
    const tracked = task.finally(() => work.delete(tracked));
    work.add(tracked);
  };

  const known = (name: string): StoredEndpoint => {
    const endpoint = endpoints.find(name);
    if (endpoint === undefined) throw refuse(`Could not find endpoint "${endpointArn(name)}".`);
    return endpoint;
  };

  const mustHaveConfig = (name: string): void => {
    if (configs.find(name) === undefined)
      throw refuse(`Could not find endpoint configuration "${endpointConfigArn(name)}".`);
  };

  return {
    live: (endpointName) => live.get(endpointName),
    create: ({ endpointName, configName }) => {
      if (endpoints.find(endpointName) !== undefined)
        throw refuse(`Cannot create already existing endpoint "${endpointArn(endpointName)}".`);
      mustHaveConfig(configName);
      const now = Date.now();
      const request = { EndpointName: endpointName, EndpointConfigName: configName };
      const endpoint = { request, configName, status: 'Creating', createdAt: now, modifiedAt: now } as const;
      save(endpointName, endpoint);
      inBackground(deploy(endpoint, configName));
    },
    update: ({ endpointName, configName }) => {
      const endpoint = known(endpointName);
      if (endpoint.status !== 'InService')
        throw refuse(`Cannot update in-progress endpoint "${endpointArn(endpointName)}".`);
      mustHaveConfig(configName);
      change(endpoint, { status: 'Updating', nextConfigName: configName, failureReason: undefined });
      inBackground(deploy(endpoint, configName));
    },
    remove: (endpointName) => {
      known(endpointName);
      endpoints.remove(endpointName);
      const before = live.get(endpointName);
      live.delete(endpointName);
      inBackground(Promise.resolve(before?.close()));
    },
    resume: () => {
      for (const endpoint of endpoints.all().filter(({ status }) => status !== 'Failed')) {
        const { nextConfigName } = endpoint;
        const restart = async () => {
          await deploy(endpoint, endpoint.configName);
          if (nextConfigName !== undefined && live.has(endpoint.request.EndpointName))
            await deploy(endpoint, nextConfigName);
        };
        inBackground(restart());
      }
    },
    close: async () => {
      closing.abort();
      await Promise.all(work);
      await Promise.all([...live.values()].map((variant) => variant.close()));
    },
  };
};
