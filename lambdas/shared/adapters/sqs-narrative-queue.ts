import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { NarrativeQueue } from '../ports/narrative-queue.ts';

/** @param queueUrl - of a standard queue */
export const makeSqsNarrativeQueue = (client: SQSClient, queueUrl: string): NarrativeQueue => ({
  send: async (request) => {
    await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify(request) }));
  },
});
