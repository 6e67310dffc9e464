import type { Document, Documents } from '../aws/documents.ts';
import type { Device } from '../ports/health-metrics.ts';
import { parseSlot, partitionOf, type SampleSlot, slotSortKey } from './sample-slot.ts';

/** Where samples are kept. */
export interface SampleTable {
  readonly documents: Documents;
  readonly tableName: string;
}

/**
 * At one sample every 5 s, the newest slot and the one before it hold a model's context; a caller who has enough stops.
 * Who has not gets twice as many with each further page.
 */
const slotsOfFirstPage = 2;

/**
 * The slots of a device that touch a range, newest first, read while they are asked for.
 *
 * @param range - both ends included; slots also hold samples outside it
 */
export async function* readSlots(
  { documents, tableName }: SampleTable,
  device: Device,
  range: { readonly fromMs: number; readonly toMs: number },
): AsyncGenerator<SampleSlot> {
  let startKey: Document | undefined;
  let slotsPerPage = slotsOfFirstPage;
  do {
    const page = await documents.query({
      TableName: tableName,
      KeyConditionExpression: 'PK = :person AND SK BETWEEN :from AND :to',
      ExpressionAttributeValues: {
        ':person': partitionOf(device.userId),
        ':from': slotSortKey(device.deviceId, Math.max(0, range.fromMs)),
        ':to': slotSortKey(device.deviceId, range.toMs),
      },
      ScanIndexForward: false,
      ConsistentRead: true,
      Limit: slotsPerPage,
      ExclusiveStartKey: startKey,
    });
    for (const item of page.Items) yield parseSlot(item);
    startKey = page.LastEvaluatedKey;
    slotsPerPage *= 2;
  } while (startKey !== undefined);
}
