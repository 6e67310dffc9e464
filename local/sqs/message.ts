import { createHash, randomUUID } from 'node:crypto';

/** A message as a queue keeps it. */
export interface QueueMessage {
  readonly messageId: string;
  readonly body: string;
  /** Epoch milliseconds. */
  readonly sentAt: number;
  /** How often somebody was given it. */
  readonly receiveCount: number;
  /** Epoch milliseconds; absent until it was received. */
  readonly firstReceivedAt?: number;
}

/** A message in somebody's hands: only this handle deletes it or changes how long it stays hidden. */
export interface ReceivedMessage extends QueueMessage {
  readonly receiptHandle: string;
}

/** @returns 32 hexadecimal digits, as SQS and its clients compare them */
export const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

export const newMessage = (body: string, sentAt: number): QueueMessage => ({
  messageId: randomUUID(),
  body,
  sentAt,
  receiveCount: 0,
});

/** What SQS tells about a message beside its body; numbers as text. */
export const messageAttributes = (message: QueueMessage) => ({
  SenderId: 'local',
  SentTimestamp: String(message.sentAt),
  ApproximateReceiveCount: String(message.receiveCount),
  ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt ?? message.sentAt),
});
