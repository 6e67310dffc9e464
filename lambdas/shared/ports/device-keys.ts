/** A watch's key; the key itself is told once and kept nowhere. */
export interface DeviceKey {
  /** Names the key to people: the first 12 hexadecimal digits of its hash. */
  readonly keyId: string;
  readonly userId: string;
  /** What its person calls the watch. */
  readonly deviceName: string;
  /** ISO 8601. */
  readonly createdAt: string;
  /** ISO 8601; absent while the key holds. */
  readonly revokedAt?: string | undefined;
}

export interface DeviceKeys {
  /** The key that has a hash, whether it still holds or not. */
  find(keyHash: string): Promise<DeviceKey | undefined>;
  /** Writes a new key down; false when its hash is taken. */
  add(keyHash: string, key: Omit<DeviceKey, 'keyId' | 'revokedAt'>): Promise<boolean>;
  /** All keys of a person, oldest first; one made a moment ago may be missing. */
  list(userId: string): Promise<readonly (DeviceKey & { readonly keyHash: string })[]>;
  /** Ends a key; false when it had ended before. */
  revoke(keyHash: string, revokedAt: string): Promise<boolean>;
}
