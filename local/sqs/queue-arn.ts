import { localAccountId, localRegion } from '../resource-names.ts';

/** The ARN that a queue has in the local account. */
export const queueArn = (name: string): string => `arn:aws:sqs:${localRegion}:${localAccountId}:${name}`;
