import { createPrivateKey, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';

const StoredKey = z.strictObject({
  schemaVersion: z.literal(1),
  keyId: z.uuid(),
  /** After `alias/`. */
  alias: z.string(),
  description: z.string(),
  /** Epoch ms. */
  createdAt: z.number(),
  /** PKCS #8, P-256. */
  privateKeyPem: z.string(),
});

/** An asymmetric key for signatures, on the curve P-256. */
export interface KmsKey extends Omit<z.infer<typeof StoredKey>, 'schemaVersion' | 'privateKeyPem'> {
  readonly privateKey: KeyObject;
}

/**
 * Reads the keys of a folder and makes those that are asked for and not there yet. Each is a file, so that what was
 * signed verifies after a restart.
 *
 * @param folder - created when it is not there; private to this user, since the keys lie in it in the clear
 * @param wanted - the catalogue's; `name` is the alias
 * @throws {z.ZodError} when it holds a key of another version
 */
export const openKmsKeys = (
  folder: string,
  wanted: readonly { readonly name: string; readonly purpose: string }[],
  clock: () => number,
): readonly KmsKey[] => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stored = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => StoredKey.parse(JSON.parse(readFileSync(path.join(folder, file), 'utf8'))));
  const missing = wanted.filter(({ name }) => !stored.some(({ alias }) => alias === name));
  const made = missing.map(({ name, purpose }) => makeKey({ alias: name, description: purpose }, clock()));
  for (const key of made) {
    const file = path.join(folder, `${key.keyId}.json`);
    writeFileSync(`${file}.draft`, JSON.stringify(key), { mode: 0o600 });
    renameSync(`${file}.draft`, file);
  }
  return [...stored, ...made].map(({ privateKeyPem, schemaVersion: _, ...key }) => ({
    ...key,
    privateKey: createPrivateKey(privateKeyPem),
  }));
};

const makeKey = (
  named: { readonly alias: string; readonly description: string },
  createdAt: number,
): z.infer<typeof StoredKey> => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const privateKeyPem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return { schemaVersion: 1, keyId: randomUUID(), ...named, createdAt, privateKeyPem };
};
