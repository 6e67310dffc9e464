import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { exportPKCS8, exportSPKI, generateKeyPair } from 'jose';

export interface SigningKey {
  /** PEM, PKCS #8. */
  readonly privatePem: string;
  /** PEM, SPKI. */
  readonly publicPem: string;
}

const read = async (file: string): Promise<SigningKey | undefined> => {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
};

/**
 * The RS256 key pair that stands for the user pool's, kept under `<dataDir>/jwt/` and made when first needed,
 * whether by the HTTP front or by `wellcast token`; two at once agree on one.
 */
export const signingKey = async (dataDir: string): Promise<SigningKey> => {
  const file = path.join(dataDir, 'jwt', 'key.json');
  const known = await read(file);
  if (known !== undefined) return known;

  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const key = { privatePem: await exportPKCS8(privateKey), publicPem: await exportSPKI(publicKey) };
  const draft = `${file}.${process.pid}`;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(draft, JSON.stringify(key), { mode: 0o600 });
  await link(draft, file).catch(() => {});
  await rm(draft, { force: true });
  return (await read(file)) ?? key;
};
