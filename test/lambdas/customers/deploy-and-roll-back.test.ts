import { describe, expect, it } from 'vitest';
import { makeDeployApprovedModel } from '../../../lambdas/deploy-approved-model/deploy-approved-model.ts';
import { parseDeployApprovedModel } from '../../../lambdas/deploy-approved-model/schema.ts';
import { makeRollBackEndpoint } from '../../../lambdas/roll-back-endpoint/roll-back-endpoint.ts';
import { parseAlarmEvent } from '../../../lambdas/roll-back-endpoint/schema.ts';
import type { DeployableVersion } from '../../../lambdas/shared/ports/approved-models.ts';
import { emptyStageBook } from '../../../ml/evaluation/stage-book.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { fakeEndpoints, memoryDeployments, memoryModels } from '../support/fake-endpoints.ts';
import { recordingTelemetry } from '../support/recording-telemetry.ts';

const endpointName = 'health';
const version = (number: number, status: DeployableVersion['status'] = 'approved'): DeployableVersion => ({
  version: number,
  status,
  modelDataUrl: `s3://models/${number}/model.tar.gz`,
});

const setUp = (versions: DeployableVersion[] = [version(1)]) => {
  const clock = fakeClock('2026-11-21T12:00:00Z');
  const { telemetry, counts } = recordingTelemetry();
  const fake = fakeEndpoints();
  const deployments = memoryDeployments();
  const sent: { subject: string; message: string }[] = [];
  const shared = { endpoints: fake.endpoints, deployments, clock: clock.clock, telemetry, endpointName };
  let production: number | null = null;
  const stages = { read: async () => ({ ...emptyStageBook, production }) };
  const deploy = makeDeployApprovedModel({ ...shared, stages, models: memoryModels(versions) });
  /** As the data preparation API does, after it has changed the stage book. */
  const promote = async (number: number, nowInProduction = number) => {
    production = nowInProduction;
    const request = { modelName: 'customer-health', version: number, because: 'promoted' };
    return (await deploy(parseDeployApprovedModel(request))).outcome;
  };
  const rollBack = makeRollBackEndpoint({
    ...shared,
    alarmNames: ['health-errors', 'health-latency'],
    alerts: {
      send: async (alert) => {
        sent.push(alert);
      },
    },
  });
  const approve = async (number: number) => {
    const event = {
      'detail-type': 'Model Approved',
      detail: { modelName: 'customer-health', version: number },
    };
    const { outcome } = await deploy(parseDeployApprovedModel(event));
    return outcome;
  };
  const alarm = async (name = 'health-errors', value = 'ALARM') => {
    const timestamp = new Date(clock.clock.now()).toISOString();
    const detail = { alarmName: name, state: { value, timestamp } };
    const { outcome } = await rollBack(parseAlarmEvent({ source: 'aws.cloudwatch', detail }));
    return outcome;
  };
  const { calls, settle } = fake;
  return { versions, deploy, approve, promote, alarm, calls, settle, clock, counts, sent, deployments };
};

describe('a promotion to production', () => {
  it('decides from then on which version is served, whatever is approved later', async () => {
    const { approve, promote, settle, calls } = setUp([version(1), version(2), version(3)]);
    expect(await approve(3)).toBe('created');
    settle();
    expect(await promote(2)).toBe('updating');
    settle();
    expect(await promote(2)).toBe('unchanged');
    expect(await approve(3)).toBe('not-in-production');
    expect(await approve(2)).toBe('unchanged');
    expect(await promote(1)).toBe('updating');
    expect(calls.filter((call) => !call.startsWith('prepare'))).toEqual([
      'create config-v3',
      'update config-v2',
      'update config-v1',
    ]);
  });

  it('that comes late, when another has followed, changes nothing', async () => {
    const { promote, settle } = setUp([version(1), version(2)]);
    expect(await promote(2)).toBe('created');
    settle();
    expect(await promote(1, 2)).toBe('not-in-production');
  });

  it('puts back what an alarm had taken out, since a person wants it', async () => {
    const { approve, promote, alarm, settle } = setUp([version(1), version(2)]);
    await promote(1);
    settle();
    await promote(2);
    settle();
    await alarm();
    settle();
    expect(await approve(2)).toBe('rolled-back-before');
    expect(await promote(2)).toBe('updating');
  });

  it('takes no version that the gate has refused', async () => {
    const { promote } = setUp([version(1, 'rejected')]);
    await expect(promote(1)).rejects.toMatchObject({ code: 'not-deployable' });
  });
});

describe('an approval', () => {
  it('creates the endpoint the first time and updates it from then on, remembering what was before', async () => {
    const { versions, approve, calls, settle, deployments, counts } = setUp();
    expect(await approve(1)).toBe('created');
    settle();
    versions.push(version(2));
    expect(await approve(2)).toBe('updating');
    settle();
    expect(calls).toEqual(['prepare config-v1', 'create config-v1', 'prepare config-v2', 'update config-v2']);
    expect(deployments.books.get(endpointName)).toMatchObject({
      current: { configName: 'config-v2', modelVersion: 2 },
      previous: { configName: 'config-v1', modelVersion: 1 },
    });
    expect(counts.get('EndpointsDeployed')).toBe(2);
  });

  it('does nothing more when its event comes again, during the deployment or after it', async () => {
    const { approve, calls, settle } = setUp();
    await approve(1);
    expect(await approve(1)).toBe('under-way');
    settle();
    expect(await approve(1)).toBe('unchanged');
    expect(calls.filter((call) => !call.startsWith('prepare'))).toEqual(['create config-v1']);
  });

  it('comes again later while another version is being put there', async () => {
    const { versions, approve, settle } = setUp();
    await approve(1);
    versions.push(version(2));
    await expect(approve(2)).rejects.toMatchObject({ code: 'endpoint-busy' });
    settle();
    expect(await approve(2)).toBe('updating');
  });

  it('that comes late does not replace a newer version, unless a person wants it', async () => {
    const { deploy, approve, settle } = setUp([version(1), version(2)]);
    await approve(2);
    settle();
    expect(await approve(1)).toBe('superseded');
    const byHand = await deploy(parseDeployApprovedModel({ modelName: 'customer-health', version: 1 }));
    expect(byHand.outcome).toBe('updating');
  });

  it('makes an endpoint that never came up anew', async () => {
    const { approve, calls, settle } = setUp();
    await approve(1);
    settle('badly');
    await expect(approve(1)).rejects.toMatchObject({ code: 'endpoint-busy' });
    expect(await approve(1)).toBe('created');
    expect(calls).toContain('remove');
  });

  it('knows what to go back to after an update that SageMaker gave up', async () => {
    const { versions, approve, settle, deployments } = setUp();
    await approve(1);
    settle();
    versions.push(version(2));
    await approve(2);
    settle('badly');
    versions.push(version(3));
    expect(await approve(3)).toBe('updating');
    expect(deployments.books.get(endpointName)).toMatchObject({
      current: { modelVersion: 3 },
      previous: { configName: 'config-v1', modelVersion: 1 },
    });
  });

  it.each([
    ['of a version that the gate refused', version(1, 'rejected'), 1],
    ['of a version that is not there', version(1), 9],
  ])('%s is refused', async (_, one, number) => {
    await expect(setUp([one]).approve(number)).rejects.toMatchObject({ code: 'not-deployable' });
  });

  it('is refused by name when it is none', () => {
    expect(() => parseDeployApprovedModel({ modelName: 'crisis', version: 1 })).toThrow('modelName must be');
    expect(() => parseDeployApprovedModel({ 'detail-type': 'Model Approved', detail: {} })).toThrow(
      'detail.version',
    );
  });
});

describe('an alarm', () => {
  /** Version 1 in service, version 2 put there in its place an hour ago. */
  const withTwo = async () => {
    const made = setUp();
    await made.approve(1);
    made.settle();
    made.versions.push(version(2));
    await made.approve(2);
    made.settle();
    made.clock.advance(3_600_000);
    return made;
  };

  it('puts the version before back, tells people once, and the bad one is not deployed again by itself', async () => {
    const { alarm, approve, deploy, settle, calls, sent, counts } = await withTwo();
    expect(await alarm()).toBe('rolled-back');
    expect(calls.at(-1)).toBe('update config-v1');
    settle();
    expect(sent).toMatchObject([{ subject: 'health was rolled back' }]);
    expect(sent[0]?.message).toContain('version 2 was taken out and version 1 is put back');
    expect(counts.get('EndpointsRolledBack')).toBe(1);
    expect(await approve(2)).toBe('rolled-back-before');
    const byHand = await deploy(parseDeployApprovedModel({ modelName: 'customer-health', version: 2 }));
    expect(byHand.outcome).toBe('updating');
  });

  it('that is older than what is in service changes nothing: the second one about the same version', async () => {
    const { alarm, settle, clock, calls } = await withTwo();
    await alarm();
    settle();
    clock.advance(-60_000);
    expect(await alarm('health-latency')).toBe('before-this-version');
    expect(calls.filter((call) => call === 'update config-v1')).toHaveLength(1);
  });

  it('finishes what a crash between book and update left undone', async () => {
    const { alarm, calls, deployments } = await withTwo();
    const book = deployments.books.get(endpointName) ?? expect.fail('no book');
    const bad = { ...book.current, at: book.current.since, alarmName: 'health-errors' };
    const current = book.previous ?? expect.fail('nothing before');
    await deployments.write({
      ...book,
      revision: book.revision + 1,
      current,
      previous: null,
      rolledBack: [bad],
    });
    expect(await alarm()).toBe('rolled-back');
    expect(calls.at(-1)).toBe('update config-v1');
  });

  it('waits until the endpoint may be changed', async () => {
    const { alarm, versions, approve, settle } = await withTwo();
    versions.push(version(3));
    await approve(3);
    await expect(alarm()).rejects.toMatchObject({ code: 'endpoint-busy' });
    settle();
    expect(await alarm()).toBe('rolled-back');
  });

  it('without anything to go back to tells people, and so does one after a day in service', async () => {
    const first = setUp();
    await first.approve(1);
    first.settle();
    expect(await first.alarm()).toBe('nothing-before');
    expect(first.sent[0]?.message).toContain('nothing was rolled back: there is no version before it');
    const { alarm, clock, sent } = await withTwo();
    clock.advance(24 * 3_600_000);
    expect(await alarm()).toBe('long-in-use');
    expect(sent).toHaveLength(1);
    const none = setUp();
    expect(await none.alarm()).toBe('nothing-before');
  });

  it('of something else, or one that calmed down, is nothing to it', async () => {
    const { alarm } = await withTwo();
    expect(await alarm('other-errors')).toBe('ignored');
    expect(await alarm('health-errors', 'OK')).toBe('ignored');
  });
});
