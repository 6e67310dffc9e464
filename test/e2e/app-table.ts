import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { TestAws } from '../support/local-aws.ts';

export type AppItem = { readonly PK: string; readonly SK: string } & Record<string, unknown>;

const Answer = z.object({ statusCode: z.number(), body: z.looseObject({}) });
export type Answer = z.infer<typeof Answer>;

/** Writes items as an app would, with the SDK and nothing of wellcast's. */
export const putItems = async (aws: Pick<TestAws, 'client'>, items: readonly AppItem[]): Promise<void> => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(aws.client));
  for (let start = 0; start < items.length; start += 25) {
    const requests = items.slice(start, start + 25).map((Item) => ({ PutRequest: { Item } }));
    await client.send(new BatchWriteCommand({ RequestItems: { EmoCompanion: requests } }));
  }
  client.destroy();
};

/** Invokes a function of the first deployment, by its name without the prefix. */
export const invoke = (aws: Pick<TestAws, 'client'>, name: string, request: object): Promise<Answer> =>
  invokeByName(aws, `mindmate-${name}`, request);

/** Invokes a function as `aws lambda invoke` does. */
export const invokeByName = async (
  aws: Pick<TestAws, 'client'>,
  FunctionName: string,
  request: object,
): Promise<Answer> => {
  const client = new LambdaClient({ ...aws.client, requestHandler: { requestTimeout: 300_000 } });
  const response = await client.send(
    new InvokeCommand({ FunctionName, Payload: Buffer.from(JSON.stringify(request)) }),
  );
  client.destroy();
  return Answer.parse(JSON.parse(Buffer.from(response.Payload ?? []).toString('utf8')));
};
