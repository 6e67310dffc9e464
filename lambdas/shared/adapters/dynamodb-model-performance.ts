import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { PerformanceRecord } from '../../../ml/evaluation/performance-record.ts';
import type { ModelPerformance, PerformanceQuery } from '../ports/model-performance.ts';
import { conditionalWrite } from './conditional-write.ts';
import { PackedOutcomes, packOutcomes, unpackOutcomes } from './pack-outcomes.ts';

const schemaVersion = 1;
/** The record as text: DynamoDB's numbers end where those of JSON go on. Beside it, what is looked for. */
const Row = z.object({ SK: z.string(), schemaVersion: z.literal(schemaVersion), record: z.string() });
const OutcomesRow = z.object({ schemaVersion: z.literal(schemaVersion), outcomes: PackedOutcomes });

const keyOf = ({ modelId, measuredAt, recordId }: PerformanceRecord) => ({
  PK: `MODEL#${modelId}`,
  SK: `${measuredAt}#${recordId}`,
});
const outcomesKeyOf = ({ modelId, recordId }: PerformanceRecord) => ({
  PK: `OUTCOMES#${modelId}`,
  SK: recordId,
});

const filterOf = ({ version, environment, split, metric }: PerformanceQuery) => {
  const wanted = Object.entries({ version, environment, split }).filter(([, value]) => value !== undefined);
  const conditions = [
    ...wanted.map(([name]) => `#${name} = :${name}`),
    ...(metric === undefined ? [] : ['contains(metricNames, :metric)']),
  ];
  if (conditions.length === 0) return { names: {}, values: {} };
  return {
    FilterExpression: conditions.join(' AND '),
    names: Object.fromEntries(wanted.map(([name]) => [`#${name}`, name])),
    values: {
      ...Object.fromEntries(wanted.map(([name, value]) => [`:${name}`, value])),
      ...(metric !== undefined && { ':metric': metric }),
    },
  };
};

/** Records as rows (MODEL#id, time#record); their outcomes apart, so that a history stays light. */
export const makeDynamoDbModelPerformance = (options: {
  client: DynamoDBClient;
  tableName: string;
}): ModelPerformance => {
  const documents = DynamoDBDocumentClient.from(options.client);
  const TableName = options.tableName;
  return {
    record: async (record, outcomes) => {
      if (outcomes !== undefined) {
        const Item = { ...outcomesKeyOf(record), schemaVersion, outcomes: packOutcomes(outcomes) };
        await documents.send(new PutCommand({ TableName, Item }));
      }
      const { version, environment, split, metrics } = record;
      const Item = {
        ...keyOf(record),
        schemaVersion,
        version,
        environment,
        split,
        metricNames: Object.keys(metrics),
        record: JSON.stringify(record),
      };
      const ConditionExpression = 'attribute_not_exists(PK)';
      return conditionalWrite(() => documents.send(new PutCommand({ TableName, Item, ConditionExpression })));
    },
    history: async (query) => {
      const { FilterExpression, names, values } = filterOf(query);
      const PK = `MODEL#${query.modelId}`;
      const rows: z.infer<typeof Row>[] = [];
      let startKey: QueryCommandInput['ExclusiveStartKey'] =
        query.after === undefined ? undefined : { PK, SK: query.after };
      do {
        const page = await documents.send(
          new QueryCommand({
            TableName,
            KeyConditionExpression: 'PK = :model',
            ...(FilterExpression !== undefined && { FilterExpression }),
            ...(Object.keys(names).length > 0 && { ExpressionAttributeNames: names }),
            ExpressionAttributeValues: { ':model': PK, ...values },
            ScanIndexForward: false,
            ConsistentRead: true,
            ExclusiveStartKey: startKey,
          }),
        );
        rows.push(...z.array(Row).parse(page.Items ?? []));
        startKey = page.LastEvaluatedKey;
      } while (startKey !== undefined && rows.length <= query.limit);
      const items = rows.slice(0, query.limit);
      const last = items.at(-1);
      const hasMore = rows.length > query.limit;
      return {
        items: items.map(({ record }) => PerformanceRecord.parse(JSON.parse(record))),
        ...(hasMore && last !== undefined && { next: last.SK }),
      };
    },
    outcomes: async (record) => {
      const { Item } = await documents.send(new GetCommand({ TableName, Key: outcomesKeyOf(record) }));
      return Item === undefined ? undefined : unpackOutcomes(OutcomesRow.parse(Item).outcomes);
    },
  };
};
