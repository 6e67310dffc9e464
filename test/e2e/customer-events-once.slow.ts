import { GetRecordsCommand, GetShardIteratorCommand } from '@aws-sdk/client-kinesis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestAws, type TestAws } from '../support/local-aws.ts';
import { customerEventClients, streamName, withoutModel } from './customer-events.ts';
import { customerPopulation, differing } from './customer-population.ts';

describe('events of customers over the local stream', () => {
  let aws: TestAws;
  let clients: ReturnType<typeof customerEventClients>;
  beforeAll(async () => {
    aws = await startTestAws({ catalog: withoutModel() });
    clients = customerEventClients(aws);
  });
  afterAll(async () => {
    clients.close();
    await aws.close();
  });

  it('shuffled, doubled and some malformed, give each customer the features of the batch; the malformed alone are given up', {
    timeout: 120_000,
  }, async () => {
    const { customers, records } = customerPopulation({ count: 12, malformed: 3 });
    await clients.put(records);
    await aws.settled();

    expect(await differing(customers, clients)).toEqual([]);
    const discarded = await clients.discarded();
    expect(discarded.map(({ KinesisBatchInfo }) => KinesisBatchInfo.batchSize)).toEqual([1, 1, 1]);
    const wrong: string[] = [];
    for (const { KinesisBatchInfo } of discarded) {
      const { ShardIterator } = await clients.kinesis.send(
        new GetShardIteratorCommand({
          StreamName: streamName,
          ShardId: KinesisBatchInfo.shardId,
          ShardIteratorType: 'AT_SEQUENCE_NUMBER',
          StartingSequenceNumber: KinesisBatchInfo.startSequenceNumber,
        }),
      );
      const { Records } = await clients.kinesis.send(new GetRecordsCommand({ ShardIterator, Limit: 1 }));
      wrong.push(new TextDecoder().decode(Records?.[0]?.Data).slice(0, 7));
    }
    expect(wrong.sort()).toEqual(['{"schem', '{"torn"', '{"torn"']);
  });
});
