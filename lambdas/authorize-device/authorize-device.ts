import { hashOfDeviceKey } from '../shared/device-key.ts';
import type { DeviceKeys } from '../shared/ports/device-keys.ts';
import type { Telemetry } from '../shared/ports/telemetry.ts';
import type { AuthorizeDeviceRequest } from './schema.ts';

/** What the gateway takes from a Lambda authoriser, in its simple form. */
export interface DeviceAuthorization {
  readonly isAuthorized: boolean;
  /** Handed to the function behind the route. */
  readonly context?: { readonly userId: string; readonly keyId: string };
}

/**
 * Says whose a device key is. A key that is unknown, malformed or revoked is refused alike.
 *
 * @throws whatever keeps the keys from being read: the gateway then answers 500, and lets nobody in
 */
export const makeAuthorizeDevice =
  ({ keys, telemetry }: { keys: DeviceKeys; telemetry: Telemetry }) =>
  async ({ key }: AuthorizeDeviceRequest): Promise<DeviceAuthorization> => {
    const keyHash = hashOfDeviceKey(key);
    const found = keyHash === undefined ? undefined : await keys.find(keyHash);
    if (found === undefined || found.revokedAt !== undefined) {
      telemetry.count('RefusedRequests');
      telemetry.warn('device key refused', { known: found !== undefined });
      return { isAuthorized: false };
    }
    return { isAuthorized: true, context: { userId: found.userId, keyId: found.keyId } };
  };
