import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { spawnWellcast } from '../support/spawn-wellcast.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'wellcast-door-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

it('a second npm start reuses what the first has made, and says so', async () => {
  const dataDir = path.join(folder, 'data');
  const args = ['local', '--once', '--users', '80', '--days', '100', '--port', '0', '--data-dir', dataDir];
  const first = await spawnWellcast(args).ended;
  expect(first.code, first.stderr).toBe(0);

  const second = await spawnWellcast([...args, '--json']).ended;
  expect(second.code, second.stderr).toBe(0);
  expect(second.stderr).toContain('Reusing');
  const again = JSON.parse(second.stdout);
  expect(again.model.version).toBe(1);
  expect(second.stderr).toContain('Reusing version 1 of the wearable model');
  expect(again.wearable.watch).toMatchObject({ accepted: 0, duplicates: 3750 });

  expect(second.stderr).toContain('Reusing the endpoint mindmate-customer-health');
  expect(again.customers.prediction.reasons).toHaveLength(3);
});
