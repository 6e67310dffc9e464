import { EndpointBusyError, NotDeployableError } from '../shared/deployment-errors.ts';
import type { ApprovedModels } from '../shared/ports/approved-models.ts';
import type { Clock } from '../shared/ports/clock.ts';
import type { Deployed, DeploymentBook, EndpointDeployments } from '../shared/ports/endpoint-deployments.ts';
import type { EndpointState, ModelEndpoints } from '../shared/ports/model-endpoints.ts';
import type { ModelStages } from '../shared/ports/model-stages.ts';
import type { Telemetry } from '../shared/ports/telemetry.ts';
import type { DeployApprovedModelRequest, DeployApprovedModelResult } from './schema.ts';

export interface DeployApprovedModelDeps {
  readonly models: ApprovedModels;
  readonly stages: Pick<ModelStages, 'read'>;
  readonly endpoints: ModelEndpoints;
  readonly deployments: EndpointDeployments;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  readonly endpointName: string;
}

/** What is in service, as the book knows it; after an update that failed that is what was before. */
const asRemembered = (configName: string, book: DeploymentBook | undefined, since: string): Deployed =>
  [book?.current, book?.previous].find((one) => one?.configName === configName) ?? {
    configName,
    modelVersion: null,
    since,
  };

/**
 * Puts an approved version behind the endpoint, which the first one creates. Repeatable: every name says which version
 * under which settings it is, and what is there already stays. The configuration before is remembered first, so that
 * an alarm finds it however the update ends.
 */
export const makeDeployApprovedModel = (deps: DeployApprovedModelDeps) => {
  const { models, stages, endpoints, deployments, clock, telemetry, endpointName } = deps;

  const remember = async (next: Deployed, state: EndpointState | undefined): Promise<void> => {
    const book = await deployments.read(endpointName);
    const isSame = book?.current.configName === next.configName;
    const before = state === undefined ? null : asRemembered(state.configName, book, next.since);
    const written = await deployments.write({
      endpointName,
      revision: (book?.revision ?? 0) + 1,
      current: isSame ? { ...next, since: book.current.since } : next,
      previous: before?.configName === next.configName ? (book?.previous ?? null) : before,
      rolledBack: book?.rolledBack ?? [],
    });
    if (!written) throw new EndpointBusyError(endpointName, 'being deployed to by somebody else');
  };

  const putThere = async (next: Deployed): Promise<DeployApprovedModelResult['outcome']> => {
    const state = await endpoints.describe(endpointName);
    if (state === undefined) {
      await remember(next, undefined);
      await endpoints.create(endpointName, next.configName);
      return 'created';
    }
    if (state.status === 'InService' && state.configName === next.configName) return 'unchanged';
    if (state.status === 'InService') {
      await remember(next, state);
      await endpoints.update(endpointName, next.configName);
      return 'updating';
    }
    const book = await deployments.read(endpointName);
    const isOnItsWay = state.status === 'Creating' || state.status === 'Updating';
    if (isOnItsWay && book?.current.configName === next.configName) return 'under-way';
    // Nothing can be made of an endpoint that never came up; the next delivery creates it anew.
    if (state.status === 'Failed') await endpoints.remove(endpointName);
    throw new EndpointBusyError(endpointName, state.status);
  };

  /** What speaks against a version that nobody has asked for by hand. */
  const whyNot = async (
    { modelName, version, because }: DeployApprovedModelRequest,
    configName: string,
  ): Promise<DeployApprovedModelResult['outcome'] | undefined> => {
    if (because === 'asked-for') return undefined;
    const { production } = await stages.read(modelName);
    if (production !== version && (production !== null || because === 'promoted')) return 'not-in-production';
    if (because === 'promoted') return undefined;
    const newest = production ?? (await models.newest(modelName)) ?? version;
    if (newest > version) return 'superseded';
    const book = await deployments.read(endpointName);
    return book?.rolledBack.some((bad) => bad.configName === configName) ? 'rolled-back-before' : undefined;
  };

  return async (request: DeployApprovedModelRequest): Promise<DeployApprovedModelResult> => {
    const { modelName, version } = request;
    const model = await models.find(modelName, version);
    if (model?.status !== 'approved') {
      const problem = model === undefined ? 'is not in the registry' : 'was refused by the gate';
      throw new NotDeployableError(
        `Version ${version} of ${modelName} ${problem}, so it cannot be deployed.`,
        {
          modelName,
          version,
        },
      );
    }
    const configName = endpoints.configNameOf(version);
    const finish = (outcome: DeployApprovedModelResult['outcome']): DeployApprovedModelResult => {
      telemetry.info('model deployed', { modelName, version, outcome });
      return { version, endpointName, configName, outcome };
    };
    const reason = await whyNot(request, configName);
    if (reason !== undefined) return finish(reason);
    await endpoints.prepare({ configName, modelDataUrl: model.modelDataUrl });
    const since = new Date(clock.now()).toISOString();
    const outcome = await putThere({ configName, modelVersion: version, since });
    if (outcome === 'created' || outcome === 'updating') telemetry.count('EndpointsDeployed');
    return finish(outcome);
  };
};
