import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAuthorizeDevice } from '../../../../lambdas/authorize-device/authorize-device.ts';
import { parseAuthorizeDeviceEvent } from '../../../../lambdas/authorize-device/schema.ts';
import { makeDynamoDbDeviceKeys } from '../../../../lambdas/shared/adapters/dynamodb-device-keys.ts';
import { hashOfDeviceKey, keyIdOf, newDeviceKey } from '../../../../lambdas/shared/device-key.ts';
import { recordingTelemetry } from '../../support/recording-telemetry.ts';
import { startDynamoDb } from '../../support/start-dynamodb.ts';

let db: Awaited<ReturnType<typeof startDynamoDb>>;
beforeAll(async () => {
  db = await startDynamoDb();
});
afterAll(() => db.close());

const keys = () =>
  makeDynamoDbDeviceKeys({
    client: db.client,
    tableName: 'MindMate-DeviceKeys',
    userIndex: 'UserIndex',
  });
const issue = async (userId: string, deviceName: string, createdAt = '2026-01-05T10:00:00.000Z') => {
  const key = newDeviceKey();
  const keyHash = hashOfDeviceKey(key) ?? '';
  await keys().add(keyHash, { userId, deviceName, createdAt });
  return { key, keyHash };
};

describe('device keys', () => {
  it('are random, recognisable, and kept as hashes only', async () => {
    const [one, other] = [newDeviceKey(), newDeviceKey()];
    expect(one).toMatch(/^wck_[\w-]{43}$/);
    expect(one).not.toBe(other);
    expect(hashOfDeviceKey(one)).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOfDeviceKey(`${one}x`)).toBeUndefined();
  });

  it('are listed by person, oldest first, without the keys themselves', async () => {
    const newer = await issue('ada', 'phone', '2026-02-01T00:00:00.000Z');
    const older = await issue('ada', 'watch');
    await issue('bob', 'watch');
    const listed = await keys().list('ada');
    expect(listed.map(({ deviceName }) => deviceName)).toEqual(['watch', 'phone']);
    expect(listed[0]?.keyId).toBe(keyIdOf(older.keyHash));
    expect(JSON.stringify(listed)).not.toContain(newer.key);
    expect(await keys().add(older.keyHash, { userId: 'eve', deviceName: 'x', createdAt: '' })).toBe(false);
  });

  it('are revoked once', async () => {
    const { keyHash } = await issue('carl', 'watch');
    expect(await keys().revoke(keyHash, '2026-03-01T00:00:00.000Z')).toBe(true);
    expect(await keys().revoke(keyHash, '2026-04-01T00:00:00.000Z')).toBe(false);
    expect(await keys().find(keyHash)).toMatchObject({ revokedAt: '2026-03-01T00:00:00.000Z' });
    expect(await keys().revoke('0'.repeat(64), '2026-04-01T00:00:00.000Z')).toBe(false);
  });
});

describe('the authoriser of devices', () => {
  const recorded = recordingTelemetry();
  const authorize = (headers: Readonly<Record<string, string>>) =>
    makeAuthorizeDevice({ keys: keys(), telemetry: recorded.telemetry })(
      parseAuthorizeDeviceEvent({ version: '2.0', headers }),
    );

  it('says whose a key is, in whatever case the header is written', async () => {
    const { key, keyHash } = await issue('dora', 'watch');
    const expected = { isAuthorized: true, context: { userId: 'dora', keyId: keyIdOf(keyHash) } };
    expect(await authorize({ 'x-api-key': key })).toEqual(expected);
    expect(await authorize({ 'X-API-Key': key })).toEqual(expected);
  });

  it('refuses alike what is revoked, unknown, malformed or absent, and logs no key', async () => {
    const { key, keyHash } = await issue('dora', 'lost watch');
    await keys().revoke(keyHash, '2026-03-01T00:00:00.000Z');
    for (const sent of [key, newDeviceKey(), 'Bearer x', '', `${key} `]) {
      expect(await authorize({ 'x-api-key': sent })).toEqual({ isAuthorized: false });
    }
    expect(await authorize({})).toEqual({ isAuthorized: false });
    expect(parseAuthorizeDeviceEvent('nonsense')).toEqual({ key: '' });
    expect(JSON.stringify(recorded.lines)).not.toContain(key.slice(4));
  });

  it('lets nobody in while the keys cannot be read', async () => {
    const broken = { ...keys(), find: () => Promise.reject(new Error('throttled')) };
    const asked = makeAuthorizeDevice({ keys: broken, telemetry: recorded.telemetry })({
      key: newDeviceKey(),
    });
    await expect(asked).rejects.toThrow('throttled');
  });
});
