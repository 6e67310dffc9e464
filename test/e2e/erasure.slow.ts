import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Config } from '../../lib/config.ts';
import { everythingStored } from '../support/everything-stored.ts';
import { startTestAws, type TestAws } from '../support/local-aws.ts';
import { preparationClient } from '../support/preparation-client.ts';
import { spawnWellcast } from '../support/spawn-wellcast.ts';
import { fillStores, pseudonymsOf } from './erasable-person.ts';

const canary = 'zx9canary7q';
const others = Array.from({ length: 15 }, (_, index) => `other-${index}`);
const people = [canary, ...others];
const admin = { user: 'root', groups: ['admins'] };
let aws: TestAws;
let call: ReturnType<typeof preparationClient>;
let folder: string;
let erasureId: string;
let pseudonyms: { readonly line: string; readonly personKey: string };

beforeAll(async () => {
  aws = await startTestAws({ config: Config.parse({ erasureSettleSeconds: 0 }) });
  call = preparationClient(aws);
  folder = await mkdtemp(path.join(tmpdir(), 'wellcast-receipt-'));
  await fillStores(aws, people);
}, 300_000);
afterAll(async () => {
  await aws.close();
  await rm(folder, { recursive: true, force: true });
});

/** Places that name somebody, without what is different in each run. */
const placesNaming = async (text: string): Promise<readonly string[]> => {
  const found = (await everythingStored(aws)).filter((thing) => thing.text.includes(text));
  return [...new Set(found.map(({ place }) => place.replace(/(-000000000000\/[a-z-]+).*/, '$1')))].sort();
};

describe('erasing a person', { timeout: 300_000 }, () => {
  it('starts from data in every store that takes any', async () => {
    expect(await placesNaming(canary)).toEqual([
      'EmoCompanion',
      'HealthMetrics',
      'MindMate-AnomalyAlerts',
      'MindMate-DeviceKeys',
      'MindMate-PseudonymKeys',
      'MindMate-SampleLineage',
      'mindmate-health-data-000000000000/quarantine',
      'mindmate-health-data-000000000000/raw',
      'mindmate-ml-models-000000000000/training',
      'wellcast-CustomerState',
      'wellcast-FeatureCache',
      'wellcast-HealthRecords',
    ]);
  });

  it('is asked for by an admin alone, and answered at once with where to ask for it', async () => {
    expect((await call(`DELETE /subjects/${canary}`, { user: canary })).status).toBe(403);
    pseudonyms = await pseudonymsOf(aws, canary);
    expect(await placesNaming(pseudonyms.line)).toEqual([
      'mindmate-health-data-000000000000/training',
      'mindmate-health-data-000000000000/training-parts',
    ]);
    const answer = await call(`DELETE /subjects/${canary}`, admin);
    expect(answer).toMatchObject({ status: 202, body: { state: 'erasing' } });
    erasureId = String(answer.body['erasureId']);
    await aws.settled();
  });

  it('leaves nothing of the person in any table, object or version, and says in numbers what went', async () => {
    const { status, body } = await call(`GET /subjects/erasures/${erasureId}`, admin);
    expect(await placesNaming(canary)).toEqual([]);
    for (const text of [pseudonyms.line, pseudonyms.personKey]) expect(await placesNaming(text)).toEqual([]);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        state: 'complete',
        receipt: {
          receipt: {
            erasureId,
            removed: {
              app: { items: 35 },
              watch: { deviceKeys: 1, books: 1, alerts: 1 },
              exports: { files: 2, claims: 1 },
              // One folded, of which the part's old version held another, and one not folded yet.
              narratives: { lines: 3, entries: 1 },
              customers: { items: 1 },
              featureCache: { items: 1 },
              datasets: { lineageRows: 1 },
              datasetVersions: { versions: 1 },
              wearableFiles: { rows: 1 },
            },
          },
        },
      },
    });
  });

  it('gives a receipt that verifies, and no longer does when a word of it is changed', async () => {
    const { body } = await call(`GET /subjects/erasures/${erasureId}`, admin);
    const file = path.join(folder, 'receipt.json');
    const check = async (receipt: unknown) => {
      await writeFile(file, JSON.stringify(receipt));
      return spawnWellcast(['audit', 'verify', '--receipt', file], aws.clientEnvironment).ended;
    };
    expect(await check(body['receipt'])).toMatchObject({ code: 0 });
    const text = JSON.stringify(body['receipt']).replace('"lines":3', '"lines":4');
    expect(await check(JSON.parse(text))).toMatchObject({ code: 1 });
  });

  it('leaves a chain of audit records that is whole, in which nobody can find the person', async () => {
    const { code, stdout } = await spawnWellcast(['audit', 'verify', '--json'], aws.clientEnvironment).ended;
    expect({ code, ...JSON.parse(stdout) }).toMatchObject({ code: 0, isSound: true });
    const actions = (await everythingStored(aws))
      .filter(({ place }) => place === 'wellcast-AuditTrail')
      .map(({ text }) => JSON.parse(text).action);
    expect(actions).toEqual(
      expect.arrayContaining(['features.extract', 'subjects.erase', 'subjects.erased']),
    );
  });

  it('leaves other people’s data where it was', async () => {
    expect(await placesNaming('other-0')).toHaveLength(12);
  });

  it('keeps the person out of whatever is made later, though the app writes of them again', async () => {
    await fillStores(aws, people);
    // What the app, a phone and an operator put there themselves, and nothing that was made of it.
    expect(await placesNaming(canary)).toEqual([
      'EmoCompanion',
      'MindMate-AnomalyAlerts',
      'MindMate-DeviceKeys',
      'mindmate-health-data-000000000000/raw',
      'mindmate-ml-models-000000000000/training',
    ]);
    const call404 = await call(
      `GET /features/extract?userId=${canary}&startDate=2026-03-25&endDate=2026-03-31`,
      admin,
    );
    expect(call404.status).toBe(404);
  });

  it('takes a person again who is asked for again, for what has come since', async () => {
    const again = await call(`DELETE /subjects/${canary}`, admin);
    expect(again).toMatchObject({ status: 202, body: { erasureId, state: 'erasing' } });
    await aws.settled();
    const { body } = await call(`GET /subjects/erasures/${erasureId}`, admin);
    expect(body).toMatchObject({
      state: 'complete',
      receipt: { receipt: { removed: { app: { items: 35 } } } },
    });
    expect(await placesNaming(canary)).toEqual([]);
  });
});
