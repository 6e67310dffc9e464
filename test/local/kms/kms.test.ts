import { createPublicKey, verify } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  DescribeKeyCommand,
  EncryptCommand,
  GetPublicKeyCommand,
  KMSClient,
  SignCommand,
  type SignCommandInput,
  VerifyCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeKmsService } from '../../../local/kms/kms-service.ts';
import { makeRouter } from '../../../local/router.ts';
import { type Served, serve } from '../../support/serve.ts';

const KeyId = 'alias/wellcast/audit';
const Message = Buffer.from('a head of the chain');
let folder: string;
let served: Served;
let kms: KMSClient;

const open = async (): Promise<void> => {
  const keys = { auditSigning: { name: 'wellcast/audit', purpose: 'Signs heads.' } };
  served = await serve(makeRouter([makeKmsService({ folder, keys, clock: () => 1_772_000_000_000 })]));
  kms = new KMSClient({
    endpoint: served.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
};
const close = async (): Promise<void> => {
  kms.destroy();
  await served.close();
};

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wellcast-kms-'));
  await open();
});
afterAll(async () => {
  await close();
  await rm(folder, { recursive: true, force: true });
});

const sign = async (input: Partial<SignCommandInput> = {}): Promise<Uint8Array> => {
  const command = new SignCommand({ KeyId, Message, SigningAlgorithm: 'ECDSA_SHA_256', ...input });
  return (await kms.send(command)).Signature ?? new Uint8Array();
};
const check = (Signature: Uint8Array, message: Uint8Array = Message) =>
  kms.send(new VerifyCommand({ KeyId, Message: message, Signature, SigningAlgorithm: 'ECDSA_SHA_256' }));

describe('a signing key of the catalogue', () => {
  it('is described as KMS does, by alias, id and ARN alike', async () => {
    const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
    expect(KeyMetadata).toMatchObject({
      KeySpec: 'ECC_NIST_P256',
      KeyUsage: 'SIGN_VERIFY',
      Enabled: true,
      SigningAlgorithms: ['ECDSA_SHA_256'],
      CreationDate: new Date(1_772_000_000_000),
    });
    const { KeyId: id, Arn } = KeyMetadata ?? {};
    expect(Arn).toBe(`arn:aws:kms:us-east-1:000000000000:key/${id}`);
    for (const reference of [id, Arn, `arn:aws:kms:us-east-1:000000000000:${KeyId}`]) {
      expect((await kms.send(new DescribeKeyCommand({ KeyId: reference }))).KeyMetadata).toEqual(KeyMetadata);
    }
  });

  it('signs what its public key verifies, here and anywhere', async () => {
    const signature = await sign();
    expect(await check(signature)).toMatchObject({ SignatureValid: true });
    const { PublicKey = new Uint8Array(), KeySpec } = await kms.send(new GetPublicKeyCommand({ KeyId }));
    const publicKey = createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' });
    expect(KeySpec).toBe('ECC_NIST_P256');
    expect(publicKey.asymmetricKeyDetails).toMatchObject({ namedCurve: 'prime256v1' });
    expect(verify('sha256', Message, publicKey, signature)).toBe(true);
  });

  it('refuses another message and another signature by KMS’s own name', async () => {
    const signature = await sign();
    const other = check(signature, Buffer.from('another head'));
    await expect(other).rejects.toMatchObject({ name: 'KMSInvalidSignatureException' });
    await expect(check(Buffer.alloc(70))).rejects.toMatchObject({ name: 'KMSInvalidSignatureException' });
  });

  it('is the same after a restart', async () => {
    const signature = await sign();
    await close();
    await open();
    expect(await check(signature)).toMatchObject({ SignatureValid: true });
  });

  it.each([
    ['an unknown alias', { KeyId: 'alias/other' }, 'NotFoundException'],
    ['an unknown id', { KeyId: '00000000-0000-4000-8000-000000000000' }, 'NotFoundException'],
    ['a message over 4,096 bytes', { Message: Buffer.alloc(4097) }, 'ValidationException'],
    [
      'an algorithm of another kind of key',
      { SigningAlgorithm: 'RSASSA_PSS_SHA_256' },
      'InvalidKeyUsageException',
    ],
    ['a digest', { MessageType: 'DIGEST' }, 'UnsupportedOperationException'],
  ] as const)('refuses %s', async (_what, input, name) => {
    await expect(sign(input)).rejects.toMatchObject({ name });
  });

  it('knows no encryption', async () => {
    const encrypt = kms.send(new EncryptCommand({ KeyId, Plaintext: Message }));
    await expect(encrypt).rejects.toMatchObject({ name: 'UnknownOperationException' });
  });
});
