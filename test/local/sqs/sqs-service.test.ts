import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListQueuesCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startQueue } from './start-queue.ts';

let sqs: Awaited<ReturnType<typeof startQueue>>;
beforeEach(async () => {
  sqs = await startQueue();
});
afterEach(() => sqs.close());

const send = (MessageBody: string) =>
  sqs.client.send(new SendMessageCommand({ QueueUrl: sqs.url, MessageBody }));
const receive = async (more: object = {}) =>
  (await sqs.client.send(new ReceiveMessageCommand({ QueueUrl: sqs.url, MaxNumberOfMessages: 10, ...more })))
    .Messages ?? [];

test('what was sent is received with its id, its digest and how often it was given out', async () => {
  // The SDK itself compares both MD5 digests with the body, and throws where they differ.
  const { MessageId } = await send('{"text":"grüße"}');

  const [message] = await receive({ MessageSystemAttributeNames: ['All'] });

  expect(message).toMatchObject({
    MessageId,
    Body: '{"text":"grüße"}',
    Attributes: { ApproximateReceiveCount: '1' },
  });
});

test('a message in somebody’s hands is hidden from others until it is let go', async () => {
  await send('one');
  const [mine] = await receive();

  expect(await receive()).toEqual([]);
  await sqs.client.send(
    new ChangeMessageVisibilityCommand({
      QueueUrl: sqs.url,
      ReceiptHandle: mine!.ReceiptHandle,
      VisibilityTimeout: 0,
    }),
  );
  const [again] = await receive({ MessageSystemAttributeNames: ['ApproximateReceiveCount'] });

  expect(again).toMatchObject({ MessageId: mine!.MessageId, Attributes: { ApproximateReceiveCount: '2' } });
});

test('a deleted message is gone, and an old handle deletes nothing', async () => {
  await send('one');
  const [first] = await receive({ VisibilityTimeout: 0 });
  const [second] = await receive();
  const remove = (ReceiptHandle: string | undefined) =>
    sqs.client.send(new DeleteMessageCommand({ QueueUrl: sqs.url, ReceiptHandle }));

  await remove(first!.ReceiptHandle);
  expect(sqs.queues.all[0]!.counts()).toEqual({ visible: 0, hidden: 1 });
  await remove(second!.ReceiptHandle);
  expect(sqs.queues.all[0]!.counts()).toEqual({ visible: 0, hidden: 0 });
});

test('a batch of ten is sent, received and deleted in one call each', async () => {
  const Entries = Array.from({ length: 10 }, (_, index) => ({ Id: `e${index}`, MessageBody: `m${index}` }));
  const sent = await sqs.client.send(new SendMessageBatchCommand({ QueueUrl: sqs.url, Entries }));
  const messages = await receive();
  const handles = messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
  await sqs.client.send(new DeleteMessageBatchCommand({ QueueUrl: sqs.url, Entries: handles }));

  expect(sent.Successful).toHaveLength(10);
  expect(messages.map(({ Body }) => Body).sort()).toEqual(Entries.map(({ MessageBody }) => MessageBody));
  expect(sqs.queues.all[0]!.counts()).toEqual({ visible: 0, hidden: 0 });
});

test('after as many deliveries as allowed a message is a dead letter, with its id', async () => {
  const { MessageId } = await send('poison');
  for (let delivery = 1; delivery <= 3; delivery++)
    expect(await receive({ VisibilityTimeout: 0 })).toHaveLength(1);

  expect(await receive()).toEqual([]);
  const { Messages } = await sqs.client.send(
    new ReceiveMessageCommand({ QueueUrl: sqs.deadLetterUrl, AttributeNames: ['All'] }),
  );

  expect(Messages).toMatchObject([{ MessageId, Body: 'poison' }]);
  expect(sqs.events).toEqual([{ kind: 'dead-letter-message', queue: 'notes-dead-letters' }]);
});

test('whoever waits is given a message the moment that it comes', async () => {
  const waiting = receive({ WaitTimeSeconds: 20 });
  await send('late');

  expect(await waiting).toMatchObject([{ Body: 'late' }]);
});

test('nothing is lost when the process ends: the next one finds every message visible', async () => {
  await send('kept');
  await send('in hands');
  await receive({ MaxNumberOfMessages: 1 });
  const next = await startQueue({ folder: sqs.folder });
  const { Messages = [] } = await next.client.send(
    new ReceiveMessageCommand({ QueueUrl: next.url, MaxNumberOfMessages: 10 }),
  );
  await next.close();

  expect(Messages.map(({ Body }) => Body).sort()).toEqual(['in hands', 'kept']);
});

test('a queue tells its URL, its ARN and how much it holds', async () => {
  await send('one');
  const { QueueUrl } = await sqs.client.send(new GetQueueUrlCommand({ QueueName: 'notes' }));
  const { QueueUrls } = await sqs.client.send(new ListQueuesCommand({}));
  const { Attributes } = await sqs.client.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
  );
  await sqs.client.send(new PurgeQueueCommand({ QueueUrl }));

  expect(QueueUrl).toBe(sqs.url);
  expect(QueueUrls).toEqual([sqs.url, sqs.deadLetterUrl]);
  expect(Attributes).toMatchObject({
    QueueArn: 'arn:aws:sqs:us-east-1:000000000000:notes',
    ApproximateNumberOfMessages: '1',
  });
  expect(sqs.queues.all[0]!.counts()).toEqual({ visible: 0, hidden: 0 });
});

test('what it does not have or cannot do is refused by name', async () => {
  const foreign = new SendMessageCommand({ QueueUrl: `${sqs.url}-none`, MessageBody: 'x' });
  const attributes = { kind: { DataType: 'String', StringValue: 'x' } };
  const twins = [
    { Id: 'a', MessageBody: '1' },
    { Id: 'a', MessageBody: '2' },
  ];

  await expect(sqs.client.send(foreign)).rejects.toMatchObject({ name: 'QueueDoesNotExist' });
  await expect(sqs.client.send(new CreateQueueCommand({ QueueName: 'q' }))).rejects.toMatchObject({
    name: 'UnknownOperationException',
  });
  await expect(
    sqs.client.send(
      new SendMessageCommand({ QueueUrl: sqs.url, MessageBody: 'x', MessageAttributes: attributes }),
    ),
  ).rejects.toMatchObject({ name: 'ValidationException' });
  await expect(
    sqs.client.send(new SendMessageBatchCommand({ QueueUrl: sqs.url, Entries: twins })),
  ).rejects.toMatchObject({ name: 'BatchEntryIdsNotDistinct' });
  await expect(send('x'.repeat(1_048_577))).rejects.toMatchObject({ name: 'InvalidParameterValue' });
});
