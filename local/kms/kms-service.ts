import { createPublicKey, sign, verify } from 'node:crypto';
import * as z from 'zod';
import { AwsError } from '../protocol/aws-error.ts';
import { makeAwsJsonService, parseInput } from '../protocol/aws-json-service.ts';
import { localAccountId, localRegion } from '../resource-names.ts';
import type { LocalService } from '../service.ts';
import { type KmsKey, openKmsKeys } from './kms-key-store.ts';

const algorithm = 'ECDSA_SHA_256';
const maxMessageBytes = 4096;
const arnStem = `arn:aws:kms:${localRegion}:${localAccountId}:`;

const KeyInput = z.object({ KeyId: z.string('Member must not be null').min(1).max(2048) });
const bytes = (name: string) =>
  z.base64(`${name} must be bytes in base64`).transform((text) => Buffer.from(text, 'base64'));
const SignInput = KeyInput.extend({
  Message: bytes('Message').refine(
    ({ length }) => length >= 1 && length <= maxMessageBytes,
    `Member must have length less than or equal to ${maxMessageBytes}`,
  ),
  MessageType: z.enum(['RAW', 'DIGEST', 'EXTERNAL_MU']).default('RAW'),
  SigningAlgorithm: z.string('Member must not be null'),
});
const VerifyInput = SignInput.extend({ Signature: bytes('Signature') });

const keyFacts = {
  KeySpec: 'ECC_NIST_P256',
  CustomerMasterKeySpec: 'ECC_NIST_P256',
  KeyUsage: 'SIGN_VERIFY',
  SigningAlgorithms: [algorithm],
} as const;

const arnOf = ({ keyId }: KmsKey): string => `${arnStem}key/${keyId}`;

const notFound = (reference: string): AwsError => {
  if (/^(arn:.*:)?alias\//.test(reference)) {
    const arn = reference.startsWith('arn:') ? reference : `${arnStem}${reference}`;
    return new AwsError('NotFoundException', `Alias ${arn} is not found.`);
  }
  const arn = reference.startsWith('arn:') ? reference : `${arnStem}key/${reference}`;
  return new AwsError('NotFoundException', `Key '${arn}' does not exist`);
};

const requireSupported = (
  { MessageType, SigningAlgorithm }: z.infer<typeof SignInput>,
  key: KmsKey,
): void => {
  if (SigningAlgorithm !== algorithm) {
    const message = `Algorithm ${SigningAlgorithm} is incompatible with key spec ECC_NIST_P256.`;
    throw new AwsError('InvalidKeyUsageException', `${message} (${arnOf(key)})`);
  }
  if (MessageType !== 'RAW') {
    const message = `The local KMS signs messages of type RAW only, not ${MessageType}.`;
    throw new AwsError('UnsupportedOperationException', message);
  }
};

export interface KmsServiceOptions {
  /** Keeps the keys; created when it is not there. */
  readonly folder: string;
  /** By the catalogue's id; `name` is the alias. */
  readonly keys: Readonly<Record<string, { readonly name: string; readonly purpose: string }>>;
  /** Epoch ms. @default the machine's clock */
  readonly clock?: () => number;
}

/** KMS with the catalogue's signing keys (ECC_NIST_P256): Sign, Verify, GetPublicKey, DescribeKey. */
export const makeKmsService = (options: KmsServiceOptions): LocalService => {
  const keys = openKmsKeys(options.folder, Object.values(options.keys), options.clock ?? Date.now);

  const find = (reference: string): KmsKey => {
    const name = reference.startsWith(arnStem) ? reference.slice(arnStem.length) : reference;
    const found = keys.find(
      ({ keyId, alias }) => name === keyId || name === `key/${keyId}` || name === `alias/${alias}`,
    );
    if (found === undefined) throw notFound(reference);
    return found;
  };

  return makeAwsJsonService({
    signingNames: ['kms'],
    targetPrefix: 'TrentService',
    operations: {
      Sign: (input) => {
        const request = parseInput(SignInput, input);
        const key = find(request.KeyId);
        requireSupported(request, key);
        const signature = sign('sha256', request.Message, key.privateKey);
        return { KeyId: arnOf(key), Signature: signature.toString('base64'), SigningAlgorithm: algorithm };
      },
      Verify: (input) => {
        const request = parseInput(VerifyInput, input);
        const key = find(request.KeyId);
        requireSupported(request, key);
        const publicKey = createPublicKey(key.privateKey);
        if (!verify('sha256', request.Message, publicKey, request.Signature)) {
          throw new AwsError('KMSInvalidSignatureException', '');
        }
        return { KeyId: arnOf(key), SignatureValid: true, SigningAlgorithm: algorithm };
      },
      GetPublicKey: (input) => {
        const key = find(parseInput(KeyInput, input).KeyId);
        const publicKey = createPublicKey(key.privateKey).export({ type: 'spki', format: 'der' });
        return { KeyId: arnOf(key), PublicKey: publicKey.toString('base64'), ...keyFacts };
      },
      DescribeKey: (input) => {
        const key = find(parseInput(KeyInput, input).KeyId);
        return {
          KeyMetadata: {
            AWSAccountId: localAccountId,
            Arn: arnOf(key),
            KeyId: key.keyId,
            CreationDate: key.createdAt / 1000,
            Description: key.description,
            Enabled: true,
            KeyState: 'Enabled',
            KeyManager: 'CUSTOMER',
            Origin: 'AWS_KMS',
            MultiRegion: false,
            ...keyFacts,
          },
        };
      },
    },
  });
};
