import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { SecretSource } from '../ports/secret-source.ts';
import { makeKeptSecret } from './kept-secret.ts';

/**
 * A secret's text, fetched once per process; a failed fetch is tried again at the next read.
 *
 * @param options - `secretId` is a name or an ARN
 */
export const makeSecretsManagerSecret = (options: {
  client: SecretsManagerClient;
  secretId: string;
}): SecretSource =>
  makeKeptSecret(async () => {
    const answer = await options.client.send(new GetSecretValueCommand({ SecretId: options.secretId }));
    return answer.SecretString;
  });
