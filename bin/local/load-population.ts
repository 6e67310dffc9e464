import {
  BatchWriteCommand,
  type BatchWriteCommandInput,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import type { SyntheticUser } from '../../ml/synthetic/population.ts';
import type { SyntheticItem } from '../../ml/synthetic/synthetic-item.ts';

/** The most that one BatchWriteItem takes. */
const batchSize = 25;
const batchesInFlight = 8;
const longestPauseMs = 2_000;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const writeBatch = async (
  client: DynamoDBDocumentClient,
  tableName: string,
  items: readonly SyntheticItem[],
) => {
  let left: BatchWriteCommandInput['RequestItems'] = {
    [tableName]: items.map((Item) => ({ PutRequest: { Item } })),
  };
  for (let attempt = 0; left && Object.keys(left).length > 0; attempt++) {
    if (attempt > 0) await pause(Math.random() * Math.min(longestPauseMs, 50 * 2 ** attempt));
    const request: BatchWriteCommand = new BatchWriteCommand({ RequestItems: left });
    left = (await client.send(request)).UnprocessedItems;
  }
};

/**
 * Puts people into the app's table. Putting the same people again changes nothing, so an interrupted load is
 * simply done again.
 *
 * @param onUser - called after each person with how many are in
 * @returns how many items were written
 */
export const loadPopulation = async (
  people: Iterable<SyntheticUser>,
  target: {
    readonly client: DynamoDBDocumentClient;
    readonly tableName: string;
    readonly signal: AbortSignal;
  },
  onUser: (users: number) => void,
): Promise<number> => {
  const inFlight = new Set<Promise<void>>();
  let batch: SyntheticItem[] = [];
  let items = 0;
  let users = 0;
  const send = async () => {
    const sending: Promise<void> = writeBatch(target.client, target.tableName, batch).finally(() => {
      inFlight.delete(sending);
    });
    inFlight.add(sending);
    batch = [];
    if (inFlight.size >= batchesInFlight) await Promise.race(inFlight);
  };
  for (const person of people) {
    target.signal.throwIfAborted();
    for (const item of person.items) {
      items += 1;
      if (batch.push(item) === batchSize) await send();
    }
    onUser(++users);
  }
  if (batch.length > 0) await send();
  await Promise.all(inFlight);
  return items;
};
