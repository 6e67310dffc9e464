import {
  BatchGetItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { ItemCalls } from './item-calls.ts';

/** DynamoDB through the AWS SDK. */
export const makeSdkItemCalls = (client: DynamoDBClient): ItemCalls => ({
  getItem: (input) => client.send(new GetItemCommand(input)),
  putItem: (input) => client.send(new PutItemCommand(input)),
  updateItem: (input) => client.send(new UpdateItemCommand(input)),
  query: (input) => client.send(new QueryCommand(input)),
  batchGetItem: (input) => client.send(new BatchGetItemCommand(input)),
});
