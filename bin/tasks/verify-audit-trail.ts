import { readFile } from 'node:fs/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { makeDynamoDbAuditRecords } from '../../lambdas/shared/adapters/dynamodb-audit-trail.ts';
import { makeKmsSigner } from '../../lambdas/shared/adapters/kms-signer.ts';
import { makeS3AuditHeads } from '../../lambdas/shared/adapters/s3-audit-heads.ts';
import { timerSleep } from '../../lambdas/shared/adapters/timer-sleep.ts';
import { verifyAudit } from '../../lambdas/shared/audit/verify-audit.ts';
import { receiptHash, SignedReceipt } from '../../ml/audit/erasure-receipt.ts';
import { describeAuditVerdict } from '../cli/audit-verdict.ts';
import { inputFile } from '../cli/input-file.ts';

export interface VerifyAuditOptions {
  readonly table: string;
  readonly bucket: string;
  readonly key: string;
  readonly receipt?: string;
  readonly json: boolean;
}

/** Checks the trail or a receipt and prints the verdict; anything wrong is exit code 1. */
export const verifyAuditTrail = async (options: VerifyAuditOptions): Promise<void> => {
  const isSound =
    options.receipt === undefined ? await checkTrail(options) : await checkReceipt(options, options.receipt);
  if (!isSound) process.exitCode = 1;
};

const checkTrail = async ({ table, bucket, key, json }: VerifyAuditOptions): Promise<boolean> => {
  const verdict = await verifyAudit({
    records: makeDynamoDbAuditRecords({ client: new DynamoDBClient({}), tableName: table }),
    heads: makeS3AuditHeads({ client: new S3Client({}), bucket, sleep: timerSleep, random: Math.random }),
    signer: makeKmsSigner(new KMSClient({}), key),
  });
  process.stdout.write(json ? `${JSON.stringify(verdict)}\n` : `${describeAuditVerdict(verdict)}\n`);
  return verdict.isSound;
};

const checkReceipt = async ({ key, json }: VerifyAuditOptions, file: string): Promise<boolean> => {
  const { receipt, signature, keyId } = SignedReceipt.parse(
    JSON.parse(await readFile(await inputFile(file), 'utf8')),
  );
  const isSigned = await makeKmsSigner(new KMSClient({}), key).checker();
  const isSound = isSigned(receiptHash(receipt), signature, keyId);
  const text = isSound
    ? `The receipt is as it was signed. Erasure ${receipt.erasureId} was complete at ${receipt.completedAt}.`
    : 'The receipt is not what our key has signed: it was changed, or is not ours.';
  process.stdout.write(json ? `${JSON.stringify({ isSound, erasureId: receipt.erasureId })}\n` : `${text}\n`);
  return isSound;
};
