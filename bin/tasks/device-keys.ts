import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { makeDynamoDbDeviceKeys } from '../../lambdas/shared/adapters/dynamodb-device-keys.ts';
import { hashOfDeviceKey, keyIdOf, newDeviceKey } from '../../lambdas/shared/device-key.ts';
import { table } from '../cli/table.ts';
import { UsageError } from '../cli/usage-error.ts';

export interface DeviceTableOptions {
  readonly table: string;
}

/** What a token's subject may have, too; a key of anybody else would open nothing. */
const maxUserCharacters = 1024;
const maxDeviceCharacters = 128;
/** Of a key id: fewer may be meant for no key. */
const leastKeyIdCharacters = 4;

const keysIn = (tableName: string) =>
  makeDynamoDbDeviceKeys({ client: new DynamoDBClient({}), tableName, userIndex: 'UserIndex' });

const now = (): string => new Date().toISOString();

/** Makes a key, keeps its hash and prints it once. */
export const issueDeviceKey = async (
  options: DeviceTableOptions & { readonly user: string; readonly device: string; readonly json: boolean },
): Promise<void> => {
  const { user: userId, device: deviceName } = options;
  if (userId.trim() === '' || deviceName.trim() === '') {
    throw new UsageError('--user and --device must not be empty.');
  }
  if (userId.length > maxUserCharacters || deviceName.length > maxDeviceCharacters) {
    throw new UsageError(
      `--user takes at most ${maxUserCharacters} characters, --device ${maxDeviceCharacters}.`,
    );
  }
  const key = newDeviceKey();
  const keyHash = hashOfDeviceKey(key) ?? '';
  if (!(await keysIn(options.table).add(keyHash, { userId, deviceName, createdAt: now() }))) {
    throw new Error('The key exists already; try again.');
  }
  const keyId = keyIdOf(keyHash);
  process.stdout.write(`${options.json ? JSON.stringify({ key, keyId }) : key}\n`);
  if (!options.json) {
    process.stderr.write(`Key ${keyId}: send it as X-API-Key under /device/. It is not shown again.\n`);
  }
};

/**
 * Ends a key.
 *
 * @throws {UsageError} when the person has no such key, or several begin so
 */
export const revokeDeviceKey = async (
  options: DeviceTableOptions & { readonly user: string; readonly keyId: string },
): Promise<void> => {
  if (options.keyId.length < leastKeyIdCharacters) {
    throw new UsageError(`--key-id takes at least ${leastKeyIdCharacters} characters; see devices list.`);
  }
  const keys = keysIn(options.table);
  const found = (await keys.list(options.user)).filter(({ keyHash }) => keyHash.startsWith(options.keyId));
  const [key] = found;
  if (key === undefined || found.length > 1) {
    throw new UsageError(`${found.length} keys of this user begin with ${options.keyId}; see devices list.`);
  }
  const isEnded = await keys.revoke(key.keyHash, now());
  process.stdout.write(isEnded ? `Key ${key.keyId} is revoked.\n` : `Key ${key.keyId} was revoked before.\n`);
};

/** Prints a person's keys, without the keys themselves. */
export const listDeviceKeys = async (
  options: DeviceTableOptions & { readonly user: string; readonly json: boolean },
): Promise<void> => {
  const keys = (await keysIn(options.table).list(options.user)).map(({ keyHash: _, ...key }) => key);
  if (options.json) {
    process.stdout.write(`${JSON.stringify(keys)}\n`);
    return;
  }
  if (keys.length === 0) {
    process.stdout.write('This user has no device keys.\n');
    return;
  }
  const rows = keys.map(({ keyId, deviceName, createdAt, revokedAt = '' }) => [
    keyId,
    deviceName,
    createdAt,
    revokedAt,
  ]);
  process.stdout.write(`${table([['key', 'device', 'created', 'revoked'], ...rows]).join('\n')}\n`);
};
