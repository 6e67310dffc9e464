import { describe, expect, it } from 'vitest';
import { UsageError } from '../../bin/cli/usage-error.ts';
import { issueDeviceKey, revokeDeviceKey } from '../../bin/tasks/device-keys.ts';

const table = 'a table that nobody asks';

describe('a device key', () => {
  it.each(['', 'abc'])('is not revoked for a beginning that any key may have: %j', async (keyId) => {
    await expect(revokeDeviceKey({ user: 'ada', keyId, table })).rejects.toThrow(UsageError);
  });

  it('is not issued to somebody who can have no token, nor under a name that fits no list', async () => {
    for (const [user, device] of [
      [' ', 'watch'],
      ['ada', ''],
      ['a'.repeat(1025), 'watch'],
      ['ada', 'w'.repeat(129)],
    ] as const) {
      await expect(issueDeviceKey({ user, device, table, json: false })).rejects.toThrow(UsageError);
    }
  });
});
