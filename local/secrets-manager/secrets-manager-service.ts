import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Catalog } from '../../lib/catalog-shapes.ts';
import { AwsError } from '../protocol/aws-error.ts';
import { makeAwsJsonService, parseInput } from '../protocol/aws-json-service.ts';
import { localAccountId, localRegion } from '../resource-names.ts';
import type { LocalService } from '../service.ts';

const SecretInput = z.object({
  SecretId: z.string('Member must not be null').min(1),
  VersionId: z.string().optional(),
  VersionStage: z.string().optional(),
});

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * The value of a local secret: 64 hexadecimal digits made from its name.
 *
 * Not secret at all, and so that two fresh checkouts make the same files from the same data. In an account the
 * value is generated at deployment and known to nobody.
 */
export const localSecretValue = (name: string): string => digest(`wellcast local secret ${name}`);

/** Secrets Manager with the catalogue's secrets: GetSecretValue, DescribeSecret. */
export const makeSecretsManagerService = (secrets: Catalog['secrets']): LocalService => {
  const known = Object.values(secrets);

  const find = (input: unknown) => {
    const { SecretId, VersionStage = 'AWSCURRENT' } = parseInput(SecretInput, input);
    const byArn = /:secret:(.+?)(-[0-9a-zA-Z]{6})?$/.exec(SecretId)?.[1];
    const secret = known.find(({ name }) => name === (byArn ?? SecretId));
    if (secret === undefined || VersionStage !== 'AWSCURRENT') {
      const message = "Secrets Manager can't find the specified secret.";
      throw new AwsError('ResourceNotFoundException', message);
    }
    const id = digest(secret.name);
    const version = [id.slice(0, 8), id.slice(8, 12), id.slice(12, 16), id.slice(16, 20), id.slice(20, 32)];
    return {
      ...secret,
      arn: `arn:aws:secretsmanager:${localRegion}:${localAccountId}:secret:${secret.name}-${id.slice(0, 6)}`,
      versionId: version.join('-'),
    };
  };

  return makeAwsJsonService({
    signingNames: ['secretsmanager'],
    targetPrefix: 'secretsmanager',
    operations: {
      GetSecretValue: (input) => {
        const { name, arn, versionId } = find(input);
        return {
          ARN: arn,
          Name: name,
          VersionId: versionId,
          SecretString: localSecretValue(name),
          VersionStages: ['AWSCURRENT'],
        };
      },
      DescribeSecret: (input) => {
        const { name, arn, purpose, versionId } = find(input);
        return {
          ARN: arn,
          Name: name,
          Description: purpose,
          VersionIdsToStages: { [versionId]: ['AWSCURRENT'] },
        };
      },
    },
  });
};
