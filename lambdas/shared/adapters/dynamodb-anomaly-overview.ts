import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan, ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { mapWithLimit } from '../map-with-limit.ts';
import type { AnomalyOverview } from '../ports/anomaly-overview.ts';
import { parseSlot } from './sample-slot.ts';

/** Places of the table at which a sample is taken, and items taken there: some megabytes, whatever the table holds. */
const segments = 32;
const slotsPerSegment = 25;
const segmentsAtOnce = 8;
/** Pages of a megabyte, at some hundred books each. */
const maxBookPages = 40;

const Slot = z.looseObject({ PK: z.string(), SK: z.string().startsWith('SAMPLES#') });
const Book = z.object({ alertDays: z.array(z.number()) });

/** Scores from slots all over the table, which lie in the order of a hash and so are of people by chance. */
export const makeDynamoDbAnomalyOverview = (options: {
  client: DynamoDBClient;
  healthMetricsTable: string;
  anomalyAlertsTable: string;
}): AnomalyOverview => {
  const client = DynamoDBDocumentClient.from(options.client);
  return {
    scores: async () => {
      const places = Array.from({ length: segments }, (_, segment) => segment);
      const pages = await mapWithLimit(places, segmentsAtOnce, async (Segment) => {
        const { Items = [] } = await client.send(
          new ScanCommand({
            TableName: options.healthMetricsTable,
            Segment,
            TotalSegments: segments,
            Limit: slotsPerSegment,
          }),
        );
        return Items;
      });
      const byPerson = new Map<string, number[]>();
      for (const item of pages.flat()) {
        const slot = Slot.safeParse(item);
        if (!slot.success) continue;
        const scores = byPerson.get(slot.data.PK) ?? [];
        for (const { score } of parseSlot(item).samples) {
          if (score !== undefined) scores.push(score.anomalyScore);
        }
        byPerson.set(slot.data.PK, scores);
      }
      return [...byPerson.values()];
    },
    alertDays: async () => {
      const days: number[][] = [];
      let pages = 0;
      const scan = {
        TableName: options.anomalyAlertsTable,
        FilterExpression: 'attribute_exists(alertDays)',
        ProjectionExpression: 'alertDays',
      };
      for await (const { Items = [] } of paginateScan({ client }, scan)) {
        for (const item of Items) days.push(Book.parse(item).alertDays);
        pages += 1;
        if (pages === maxBookPages) break;
      }
      return days;
    },
  };
};
