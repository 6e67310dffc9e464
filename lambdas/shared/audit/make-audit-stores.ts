import { randomBytes, randomUUID } from 'node:crypto';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { makeDynamoDbAuditPersons } from '../adapters/dynamodb-audit-persons.ts';
import { makeDynamoDbAuditTrail } from '../adapters/dynamodb-audit-trail.ts';
import { systemClock as clock } from '../adapters/system-clock.ts';
import { timerSleep as sleep } from '../adapters/timer-sleep.ts';
import type { AuditPersons, AuditTrail } from '../ports/audit-trail.ts';
import type { SecretSource } from '../ports/secret-source.ts';

const name = z.string().min(1);

/** The variables of every function that leaves audit records. */
export const auditEnvironment = { AUDIT_TRAIL_TABLE: name, AUDIT_KEYS_TABLE: name };
export type AuditEnvironment = Readonly<Record<keyof typeof auditEnvironment, string>>;

/**
 * The audit trail, and who people are in it.
 *
 * @param deps - `secret`: the deployment's tombstone secret
 */
export const makeAuditStores = (
  environment: AuditEnvironment,
  { client, secret }: { readonly client: DynamoDBClient; readonly secret: SecretSource },
): { readonly audit: AuditTrail; readonly persons: AuditPersons } => {
  const persons = makeDynamoDbAuditPersons({
    client,
    tableName: environment.AUDIT_KEYS_TABLE,
    secret,
    randomBytes,
  });
  const audit = makeDynamoDbAuditTrail({
    client,
    tableName: environment.AUDIT_TRAIL_TABLE,
    persons,
    clock,
    newId: randomUUID,
    sleep,
    random: Math.random,
  });
  return { audit, persons };
};
