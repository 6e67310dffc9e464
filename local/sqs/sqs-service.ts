import { AwsError } from '../protocol/aws-error.ts';
import { makeAwsJsonService, parseInput } from '../protocol/aws-json-service.ts';
import type { LocalService } from '../service.ts';
import { md5, messageAttributes, type ReceivedMessage } from './message.ts';
import type { MessageQueue } from './message-queue.ts';
import { queueArn } from './queue-arn.ts';
import type { Queues } from './queues.ts';
import {
  AttributesInput,
  ChangeVisibilityInput,
  DeleteMessageBatchInput,
  HandleInput,
  ListQueuesInput,
  QueueNameInput,
  QueueUrlInput,
  ReceiveMessageInput,
  SendMessageBatchInput,
  SendMessageInput,
} from './sqs-inputs.ts';

/** The most that a message, or a batch of them, may hold. */
const limitBytes = 1_048_576;

const tooLong = () =>
  new AwsError(
    'InvalidParameterValue',
    `One or more parameters are invalid. The limit is ${limitBytes} bytes.`,
  );

const shown = (message: ReceivedMessage, wanted: readonly string[]) => {
  const attributes = Object.entries(messageAttributes(message)).filter(
    ([name]) => wanted.includes('All') || wanted.includes(name),
  );
  return {
    MessageId: message.messageId,
    ReceiptHandle: message.receiptHandle,
    Body: message.body,
    MD5OfBody: md5(message.body),
    ...(attributes.length > 0 ? { Attributes: Object.fromEntries(attributes) } : {}),
  };
};

const attributesOf = (queue: MessageQueue): Readonly<Record<string, string>> => {
  const { visible, hidden } = queue.counts();
  return {
    QueueArn: queueArn(queue.name),
    ApproximateNumberOfMessages: String(visible),
    ApproximateNumberOfMessagesNotVisible: String(hidden),
    VisibilityTimeout: String(queue.visibilityTimeoutSeconds),
  };
};

/**
 * SQS with the catalogue's standard queues.
 *
 * @param urlOf - the URL under which a queue is known
 */
export const makeSqsService = (queues: Queues, urlOf: (name: string) => string): LocalService => {
  const byName = (name: string): MessageQueue => {
    const queue = queues.find(name);
    if (queue !== undefined) return queue;
    const message = 'The specified queue does not exist.';
    throw new AwsError('com.amazonaws.sqs#QueueDoesNotExist', message);
  };
  const byUrl = (url: string) => byName(url.split('/').at(-1) ?? '');
  const handleInvalid = () =>
    new AwsError('com.amazonaws.sqs#ReceiptHandleIsInvalid', 'The receipt handle has expired or is not one.');

  const send = async (input: unknown) => {
    const { QueueUrl, MessageBody, DelaySeconds } = parseInput(SendMessageInput, input);
    const queue = byUrl(QueueUrl);
    if (Buffer.byteLength(MessageBody) > limitBytes) throw tooLong();
    const { messageId } = await queue.send(MessageBody, DelaySeconds);
    return { MessageId: messageId, MD5OfMessageBody: md5(MessageBody) };
  };

  const sendBatch = async (input: unknown) => {
    const { QueueUrl, Entries } = parseInput(SendMessageBatchInput, input);
    const queue = byUrl(QueueUrl);
    const bytes = Entries.reduce((sum, { MessageBody }) => sum + Buffer.byteLength(MessageBody), 0);
    if (bytes > limitBytes) {
      throw new AwsError('com.amazonaws.sqs#BatchRequestTooLong', `The batch is over ${limitBytes} bytes.`);
    }
    if (new Set(Entries.map(({ Id }) => Id)).size < Entries.length) {
      throw new AwsError('com.amazonaws.sqs#BatchEntryIdsNotDistinct', 'Two entries have the same Id.');
    }
    const Successful = [];
    for (const { Id, MessageBody, DelaySeconds } of Entries) {
      const { messageId } = await queue.send(MessageBody, DelaySeconds);
      Successful.push({ Id, MessageId: messageId, MD5OfMessageBody: md5(MessageBody) });
    }
    return { Successful, Failed: [] };
  };

  const receive = async (input: unknown) => {
    const wanted = parseInput(ReceiveMessageInput, input);
    const queue = byUrl(wanted.QueueUrl);
    if (wanted.WaitTimeSeconds > 0) await queue.waitForMessage(Date.now() + wanted.WaitTimeSeconds * 1000);
    const messages = await queue.receive(wanted.MaxNumberOfMessages, wanted.VisibilityTimeout);
    const names = [...(wanted.AttributeNames ?? []), ...(wanted.MessageSystemAttributeNames ?? [])];
    return messages.length === 0 ? {} : { Messages: messages.map((message) => shown(message, names)) };
  };

  return makeAwsJsonService({
    signingNames: ['sqs'],
    targetPrefix: 'AmazonSQS',
    operations: {
      SendMessage: send,
      SendMessageBatch: sendBatch,
      ReceiveMessage: receive,
      DeleteMessage: async (input) => {
        const { QueueUrl, ReceiptHandle } = parseInput(HandleInput, input);
        await byUrl(QueueUrl).delete(ReceiptHandle);
        return {};
      },
      DeleteMessageBatch: async (input) => {
        const { QueueUrl, Entries } = parseInput(DeleteMessageBatchInput, input);
        const queue = byUrl(QueueUrl);
        for (const { ReceiptHandle } of Entries) await queue.delete(ReceiptHandle);
        return { Successful: Entries.map(({ Id }) => ({ Id })), Failed: [] };
      },
      ChangeMessageVisibility: (input) => {
        const { QueueUrl, ReceiptHandle, VisibilityTimeout } = parseInput(ChangeVisibilityInput, input);
        if (!byUrl(QueueUrl).changeVisibility(ReceiptHandle, VisibilityTimeout)) throw handleInvalid();
        return {};
      },
      GetQueueUrl: (input) => ({
        QueueUrl: urlOf(byName(parseInput(QueueNameInput, input).QueueName).name),
      }),
      GetQueueAttributes: (input) => {
        const { QueueUrl, AttributeNames } = parseInput(AttributesInput, input);
        const chosen = Object.entries(attributesOf(byUrl(QueueUrl))).filter(
          ([name]) => AttributeNames.includes('All') || AttributeNames.includes(name),
        );
        return { Attributes: Object.fromEntries(chosen) };
      },
      ListQueues: (input) => {
        const { QueueNamePrefix } = parseInput(ListQueuesInput, input);
        const names = queues.all.map(({ name }) => name).filter((name) => name.startsWith(QueueNamePrefix));
        return { QueueUrls: names.map(urlOf) };
      },
      PurgeQueue: async (input) => {
        await byUrl(parseInput(QueueUrlInput, input).QueueUrl).purge();
        return {};
      },
    },
  });
};
