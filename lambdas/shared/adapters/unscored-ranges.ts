import type { UnscoredRange } from '../ports/health-metrics.ts';
import type { SampleTable } from './read-slots.ts';
import { partitionOf, rangeOfSlot } from './sample-slot.ts';

/** Slots that hold samples without a score, from the index that lists no others. */
export const unscoredRanges = async (
  { documents, tableName }: SampleTable,
  query: { readonly userId: string; readonly indexName: string; readonly limit: number },
): Promise<readonly UnscoredRange[]> => {
  const { Items } = await documents.query({
    TableName: tableName,
    IndexName: query.indexName,
    KeyConditionExpression: 'unscoredOf = :person',
    ExpressionAttributeValues: { ':person': partitionOf(query.userId) },
    ProjectionExpression: 'SK',
    Limit: query.limit,
  });
  return Items.map((item) => rangeOfSlot(String(item['SK'])));
};
