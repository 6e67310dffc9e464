import type { CallAws } from './call-aws.ts';
import { makeJsonCall } from './json-call.ts';

/** The text of a secret, from Secrets Manager without the AWS SDK. @param secretId - a name or an ARN */
export const makeReadSecret = (callAws: CallAws) => {
  const call = makeJsonCall(callAws, {
    service: 'secretsmanager',
    version: '1.1',
    target: 'secretsmanager',
  });
  return async (secretId: string): Promise<string | undefined> =>
    (await call<{ readonly SecretString?: string }>('GetSecretValue', { SecretId: secretId })).SecretString;
};
