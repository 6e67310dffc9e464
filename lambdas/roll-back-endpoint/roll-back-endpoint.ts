import { EndpointBusyError } from '../shared/deployment-errors.ts';
import type { Alerts } from '../shared/ports/alerts.ts';
import type { Clock } from '../shared/ports/clock.ts';
import type { DeploymentBook, EndpointDeployments } from '../shared/ports/endpoint-deployments.ts';
import type { EndpointChanges } from '../shared/ports/model-endpoints.ts';
import type { Telemetry } from '../shared/ports/telemetry.ts';
import type { AlarmEvent, RollBackEndpointResult } from './schema.ts';

export interface RollBackEndpointDeps {
  readonly endpoints: EndpointChanges;
  readonly deployments: EndpointDeployments;
  readonly alerts: Alerts;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  readonly endpointName: string;
  /** Alarms that tell of a bad version. */
  readonly alarmNames: readonly string[];
}

const dayMs = 86_400_000;
const remembered = 20;

const shown = ({ configName, modelVersion }: DeploymentBook['current']): string =>
  modelVersion === null ? configName : `version ${modelVersion}`;

/**
 * Answers an alarm of the endpoint with the configuration that it had before. The book is changed first, so that a
 * crash half-way is made good by the next delivery, and a second alarm about the same version does nothing.
 */
export const makeRollBackEndpoint = (deps: RollBackEndpointDeps) => {
  const { endpoints, deployments, alerts, clock, telemetry, endpointName } = deps;

  const tell = async (subject: string, lines: readonly string[]): Promise<void> => {
    await alerts.send({ subject: subject.slice(0, 100), message: lines.join('\n\n') });
  };

  const giveUp = async (
    alarmName: string,
    outcome: 'nothing-before' | 'long-in-use',
    why: string,
  ): Promise<RollBackEndpointResult> => {
    telemetry.count('RollBacksImpossible');
    telemetry.warn('endpoint not rolled back', { alarmName, outcome });
    await tell(`${endpointName} raises ${alarmName}`, [
      `The alarm ${alarmName} went off, and nothing was rolled back: ${why}`,
      `The log of the model is in CloudWatch under /aws/sagemaker/Endpoints/${endpointName}. Deploy a version that works by invoking deployApprovedModel with its number.`,
    ]);
    return { alarmName, outcome };
  };

  const putBack = async (book: DeploymentBook, alarmName: string): Promise<RollBackEndpointResult> => {
    const { current: bad, previous } = book;
    if (previous === null) return giveUp(alarmName, 'nothing-before', 'there is no version before it.');
    const at = new Date(clock.now()).toISOString();
    const written = await deployments.write({
      endpointName,
      revision: book.revision + 1,
      current: { ...previous, since: at },
      previous: null,
      rolledBack: [...book.rolledBack, { ...bad, at, alarmName }].slice(-remembered),
    });
    if (!written) throw new EndpointBusyError(endpointName, 'being deployed to');
    await endpoints.update(endpointName, previous.configName);
    telemetry.count('EndpointsRolledBack');
    telemetry.warn('endpoint rolled back', { alarmName, from: bad.configName, to: previous.configName });
    await tell(`${endpointName} was rolled back`, [
      `The alarm ${alarmName} went off, so ${shown(bad)} was taken out and ${shown(previous)} is put back.`,
      `What went wrong is in CloudWatch under /aws/sagemaker/Endpoints/${endpointName}. The version that was taken out is not deployed again by itself.`,
    ]);
    return { alarmName, outcome: 'rolled-back', configName: previous.configName };
  };

  return async ({ detail: { alarmName, state } }: AlarmEvent): Promise<RollBackEndpointResult> => {
    if (state.value !== 'ALARM' || !deps.alarmNames.includes(alarmName))
      return { alarmName, outcome: 'ignored' };
    const book = await deployments.read(endpointName);
    const endpoint = await endpoints.describe(endpointName);
    if (book === undefined || endpoint === undefined) {
      return giveUp(alarmName, 'nothing-before', 'nothing was deployed here by deployApprovedModel.');
    }
    if (endpoint.status !== 'InService') throw new EndpointBusyError(endpointName, endpoint.status);
    const lastBad = book.rolledBack.at(-1);
    if (lastBad?.configName === endpoint.configName && book.current.configName !== endpoint.configName) {
      // Said in the book and not done: the delivery before this one broke off there.
      await endpoints.update(endpointName, book.current.configName);
      return { alarmName, outcome: 'rolled-back', configName: book.current.configName };
    }
    if (Date.parse(state.timestamp) < Date.parse(book.current.since)) {
      return { alarmName, outcome: 'before-this-version' };
    }
    // An update that SageMaker itself gave up: what is in service is not what the book says, and none of its doing.
    if (book.current.configName !== endpoint.configName) {
      return giveUp(alarmName, 'nothing-before', 'what is in service was there before the last deployment.');
    }
    if (clock.now() - Date.parse(book.current.since) > dayMs) {
      return giveUp(alarmName, 'long-in-use', 'the version in service has worked for over a day.');
    }
    return putBack(book, alarmName);
  };
};
