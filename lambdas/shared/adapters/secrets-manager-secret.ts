import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { SecretSource } from '../ports/secret-source.ts';

/**
 * A secret's text, fetched once per process; a failed fetch is tried again at the next read.
 *
 * @param options - `secretId` is a name or an ARN
 */
export const makeSecretsManagerSecret = (options: {
  client: SecretsManagerClient;
  secretId: string;
}): SecretSource => {
  let known: string | undefined;
  return {
    read: async () => {
      if (known !== undefined) return known;
      const answer = await options.client.send(new GetSecretValueCommand({ SecretId: options.secretId }));
      if (answer.SecretString === undefined || answer.SecretString === '') {
        throw new Error('The sample id secret holds no text; put one in, of 32 characters or more.');
      }
      known = answer.SecretString;
      return known;
    },
  };
};
