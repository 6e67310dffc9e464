import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Config } from '../../lib/config.ts';
import { everythingStored } from '../support/everything-stored.ts';
import { type FaultedAws, startFaultedAws } from '../support/faulted-aws.ts';
import { preparationClient } from '../support/preparation-client.ts';
import { invokeByName } from './app-table.ts';
import { fillStores, pseudonymsOf } from './erasable-person.ts';

const faults = ['dead-before', 'dead-after', 'reset-after', 'refused-before', 'refused-after'] as const;
const rounds = 15;
const canary = (index: number) => `zx9canary${String(index).padStart(2, '0')}q`;
const people = [
  ...Array.from({ length: rounds + 1 }, (_, index) => canary(index)),
  ...Array.from({ length: 15 }, (_, index) => `other-${index}`),
];
const admin = { user: 'root', groups: ['admins'] };
let faulted: FaultedAws;
let call: ReturnType<typeof preparationClient>;

beforeAll(async () => {
  faulted = await startFaultedAws(['eraseSubject'], () => ({}), {
    config: Config.parse({ erasureSettleSeconds: 0 }),
  });
  call = preparationClient(faulted.aws);
  await fillStores(faulted.aws, people, rounds + 1);
}, 300_000);
afterAll(() => faulted.close());

const placesNaming = async (texts: readonly string[]): Promise<readonly string[]> =>
  (await everythingStored(faulted.aws))
    .filter(({ text }) => texts.some((one) => text.includes(one)))
    .map(({ place }) => place);

describe('an erasure whose raw calls fail', () => {
  it('is whole after the next try, wherever the fault was', { timeout: 900_000 }, async () => {
    const { aws, proxy } = faulted;
    proxy.arm();
    await call(`DELETE /subjects/${canary(rounds)}`, admin);
    await aws.settled();
    const total = proxy.calls.length;
    expect(total).toBeGreaterThan(50);
    for (let round = 0; round < rounds; round++) {
      const userId = canary(round);
      const { line } = await pseudonymsOf(aws, userId);
      const at = 1 + Math.floor((round * (total - 1)) / (rounds - 1));
      const fault = faults[round % faults.length]!;
      proxy.arm({ at, fault });
      const { status, body } = await call(`DELETE /subjects/${userId}`, admin);
      expect(status).toBe(202);
      await aws.settled();
      const what = `${fault} at ${at}: ${proxy.calls[at - 1]}`;
      proxy.arm();
      await invokeByName(aws, 'wellcast-eraseSubject', {});
      const after = await call(`GET /subjects/erasures/${body['erasureId']}`, admin);
      expect(after.body, what).toMatchObject({ state: 'complete' });
      expect(await placesNaming([userId, line]), what).toEqual([]);
    }
    expect(await placesNaming(['other-0'])).not.toEqual([]);
  });
});
