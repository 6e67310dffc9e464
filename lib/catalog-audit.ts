import type { Access, EnvironmentValue } from './catalog-access.ts';
import type { AuditFunctionId, KeyId } from './catalog-ids.ts';
import type { Catalog, FunctionSpec, ScheduleSpec } from './catalog-shapes.ts';
import type { Config } from './config.ts';
import { ownName } from './own-name.ts';

/** What a function that leaves out who is erased is told. */
export const tombstoneEnvironment = {
  ERASURES_TABLE: { table: 'erasures' },
  TOMBSTONE_SECRET: { secret: 'tombstone' },
} as const satisfies Readonly<Record<string, EnvironmentValue>>;

/** What it may do for that. */
export const tombstoneAccess: readonly Access[] = [
  { table: 'erasures', actions: ['BatchGetItem'] },
  { secret: 'tombstone', actions: ['GetSecretValue'] },
];

/** What a function that leaves audit records is told. */
export const auditEnvironment = {
  AUDIT_TRAIL_TABLE: { table: 'auditTrail' },
  AUDIT_KEYS_TABLE: { table: 'auditKeys' },
} as const satisfies Readonly<Record<string, EnvironmentValue>>;

/** What it may do for that, beside reading the tombstone secret. */
export const auditAccess: readonly Access[] = [
  { table: 'auditTrail', actions: ['GetItem', 'PutItem', 'Query'] },
  { table: 'auditKeys', actions: ['GetItem', 'PutItem'] },
];

/**
 * What signs for the audit trail.
 *
 * @param config - prefix of the stage
 */
export const auditKeys = ({ prefix }: Config): Readonly<Record<KeyId, Catalog['keys'][KeyId]>> => ({
  auditSigning: {
    name: `${prefix}/audit`,
    purpose: 'Signs the heads of the audit trail and the receipts of erasures.',
  },
});

/**
 * The functions that keep the audit trail.
 *
 * @param config - prefix of the stage
 */
export const auditFunctions = (config: Config): Readonly<Record<AuditFunctionId, FunctionSpec>> => ({
  sealAuditChain: {
    name: ownName(config, 'sealAuditChain'),
    stack: 'preparation',
    entry: 'lambdas/seal-audit-chain/handler.ts',
    description: 'Signs the newest records of the audit trail and puts them out of reach; every minute',
    memoryMb: 512,
    timeoutSeconds: 60,
    environment: {
      AUDIT_TRAIL_TABLE: { table: 'auditTrail' },
      AUDIT_HEADS_BUCKET: { bucket: 'auditHeads' },
      AUDIT_SIGNING_KEY: { key: 'auditSigning' },
    },
    access: [
      { table: 'auditTrail', actions: ['Query'] },
      { bucket: 'auditHeads', prefix: 'heads/', actions: ['GetObject', 'PutObject', 'ListBucket'] },
      { key: 'auditSigning', actions: ['Sign', 'GetPublicKey'] },
    ],
  },
});

/**
 * When heads are signed: what a truncation could take unseen is what came since.
 *
 * @param config - prefix of the stage
 */
export const auditSchedules = ({ prefix }: Config): readonly ScheduleSpec[] => [
  {
    name: `${prefix}-audit-seal`,
    description: 'Signs what the audit trail has taken in since',
    expression: 'rate(1 minute)',
    timeZone: 'UTC',
    target: 'sealAuditChain',
    input: {},
  },
];
