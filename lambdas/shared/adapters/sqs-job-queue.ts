import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { JobQueue } from '../ports/preparation-jobs.ts';

/** @param queueUrl - of a standard queue */
export const makeSqsJobQueue = (client: SQSClient, queueUrl: string): JobQueue => ({
  send: async (jobId) => {
    await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify({ jobId }) }));
  },
});
