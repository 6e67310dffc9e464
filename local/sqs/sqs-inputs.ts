import * as z from 'zod';

const seconds = (most: number) => z.int().min(0).max(most);

/** What the operations take; what is not listed is refused, so that nothing is silently ignored. */
export const SendMessageInput = z.strictObject({
  QueueUrl: z.string(),
  MessageBody: z.string().min(1),
  DelaySeconds: seconds(900).optional(),
});

export const SendMessageBatchInput = z.strictObject({
  QueueUrl: z.string(),
  Entries: z
    .array(z.strictObject({ Id: z.string(), MessageBody: z.string(), DelaySeconds: seconds(900).optional() }))
    .min(1)
    .max(10),
});

export const ReceiveMessageInput = z.strictObject({
  QueueUrl: z.string(),
  MaxNumberOfMessages: z.int().min(1).max(10).default(1),
  VisibilityTimeout: seconds(43_200).optional(),
  WaitTimeSeconds: seconds(20).default(0),
  AttributeNames: z.array(z.string()).optional(),
  MessageSystemAttributeNames: z.array(z.string()).optional(),
  MessageAttributeNames: z.array(z.string()).optional(),
});

export const HandleInput = z.strictObject({ QueueUrl: z.string(), ReceiptHandle: z.string() });

export const DeleteMessageBatchInput = z.strictObject({
  QueueUrl: z.string(),
  Entries: z
    .array(z.strictObject({ Id: z.string(), ReceiptHandle: z.string() }))
    .min(1)
    .max(10),
});

export const ChangeVisibilityInput = HandleInput.extend({ VisibilityTimeout: seconds(43_200) });
export const QueueUrlInput = z.strictObject({ QueueUrl: z.string() });
export const QueueNameInput = z.strictObject({
  QueueName: z.string(),
  QueueOwnerAWSAccountId: z.string().optional(),
});
export const AttributesInput = z.strictObject({
  QueueUrl: z.string(),
  AttributeNames: z.array(z.string()).default([]),
});
export const ListQueuesInput = z.strictObject({
  QueueNamePrefix: z.string().default(''),
  MaxResults: z.int().optional(),
});
