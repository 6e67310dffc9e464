import { createPublicKey, verify } from 'node:crypto';
import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import type { Signer } from '../ports/signer.ts';

/**
 * A signing key in KMS (ECC_NIST_P256).
 *
 * @param keyId - id, ARN or `alias/…`
 */
export const makeKmsSigner = (client: KMSClient, keyId: string): Signer => {
  const fetchChecker = async () => {
    const { KeyId, PublicKey = new Uint8Array() } = await client.send(
      new GetPublicKeyCommand({ KeyId: keyId }),
    );
    const key = createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' });
    return (text: string, signature: string, signedBy: string) =>
      signedBy === KeyId && verify('sha256', Buffer.from(text), key, Buffer.from(signature, 'base64'));
  };
  let checker: ReturnType<typeof fetchChecker> | undefined;
  return {
    sign: async (text) => {
      const answer = await client.send(
        new SignCommand({
          KeyId: keyId,
          Message: Buffer.from(text),
          MessageType: 'RAW',
          SigningAlgorithm: 'ECDSA_SHA_256',
        }),
      );
      return {
        signature: Buffer.from(answer.Signature ?? []).toString('base64'),
        keyId: answer.KeyId ?? '',
      };
    },
    checker: () => {
      checker ??= fetchChecker().catch((error: unknown) => {
        checker = undefined;
        throw error;
      });
      return checker;
    },
  };
};
