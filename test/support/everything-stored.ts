import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import {
  GetObjectCommand,
  ListBucketsCommand,
  ListObjectVersionsCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import type { TestAws } from './local-aws.ts';

/** One thing that a store holds: where, and all that it says. */
export interface StoredThing {
  readonly place: string;
  readonly text: string;
}

async function* itemsOf(aws: TestAws): AsyncGenerator<StoredThing> {
  const client = new DynamoDBClient(aws.client);
  const documents = DynamoDBDocumentClient.from(client);
  const { TableNames = [] } = await client.send(new ListTablesCommand({}));
  for (const TableName of TableNames) {
    for await (const { Items = [] } of paginateScan({ client: documents }, { TableName })) {
      for (const item of Items) yield { place: TableName, text: JSON.stringify(item) };
    }
  }
  client.destroy();
}

async function* versionsOf(aws: TestAws): AsyncGenerator<StoredThing> {
  const client = new S3Client(aws.client);
  const { Buckets = [] } = await client.send(new ListBucketsCommand({}));
  for (const { Name: Bucket } of Buckets) {
    const {
      Versions = [],
      DeleteMarkers = [],
      IsTruncated,
    } = await client.send(new ListObjectVersionsCommand({ Bucket }));
    if (IsTruncated) throw new Error(`${Bucket} holds more versions than one look shows.`);
    for (const { Key } of DeleteMarkers) yield { place: `${Bucket}/${Key}`, text: Key ?? '' };
    for (const { Key, VersionId } of Versions) {
      const { Body, Metadata } = await client.send(new GetObjectCommand({ Bucket, Key, VersionId }));
      const bytes = Buffer.from((await Body?.transformToByteArray()) ?? []);
      const text = `${Key} ${JSON.stringify(Metadata)} ${bytes.toString('latin1')}`;
      yield { place: `${Bucket}/${Key}@${VersionId}`, text };
    }
  }
  client.destroy();
}

/** Every item of every table, and every version and delete marker of every object, as the stores give them out. */
export const everythingStored = async (aws: TestAws): Promise<readonly StoredThing[]> => {
  const found: StoredThing[] = [];
  for await (const thing of itemsOf(aws)) found.push(thing);
  for await (const thing of versionsOf(aws)) found.push(thing);
  return found;
};
