import * as z from 'zod/mini';
import { detectorModelName } from '../../../ml/evaluation/detector-model-name.ts';
import { type Document, type Documents, makeDocuments } from '../aws/documents.ts';
import type { ItemCalls } from '../aws/item-calls.ts';
import type { ModelPlace } from './s3-wearable-models.ts';
import { stageBookKey } from './stage-book-key.ts';

const ApprovedRow = z.object({
  version: z.int().check(z.positive()),
  modelDataUrl: z.string().check(z.startsWith('s3://')),
});

const StageRow = z.object({ book: z.object({ production: z.nullable(z.int().check(z.positive())) }) });

interface Registry {
  readonly documents: Documents;
  readonly tableName: string;
}

/**
 * Where the live model is: the version that was promoted to production; while none is, the newest that the gate
 * approved; or one that the settings pin.
 *
 * @param options - `pinnedPath`: s3://bucket/prefix/ of a version; empty: ask the registry
 */
export const makeLocateWearableModel =
  (options: { items: ItemCalls; tableName: string; pinnedPath: string }) =>
  async (): Promise<ModelPlace | undefined> => {
    if (options.pinnedPath !== '') return pinned(options.pinnedPath);
    const registry = { documents: makeDocuments(options.items), tableName: options.tableName };
    // Both at once: a watch may be waiting.
    const [chosen, newest] = await Promise.all([promoted(registry), newestApproved(registry)]);
    const row = chosen ?? newest;
    if (row === undefined) return undefined;
    const { version, modelDataUrl } = ApprovedRow.parse(row, { jitless: true });
    return { version: String(version), path: withSlash(modelDataUrl) };
  };

const promoted = async ({ documents, tableName }: Registry): Promise<Document | undefined> => {
  const get = async (Key: Document) =>
    (await documents.get({ TableName: tableName, Key, ConsistentRead: true })).Item;
  const stages = await get(stageBookKey(detectorModelName));
  const production = stages && StageRow.parse(stages, { jitless: true }).book.production;
  return typeof production === 'number'
    ? get({ modelName: detectorModelName, version: production })
    : undefined;
};

const newestApproved = async ({ documents, tableName }: Registry): Promise<Document | undefined> => {
  let startKey: Document | undefined;
  do {
    const page = await documents.query({
      TableName: tableName,
      KeyConditionExpression: 'modelName = :name',
      FilterExpression: '#status = :approved',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':name': detectorModelName, ':approved': 'approved' },
      ScanIndexForward: false,
      ExclusiveStartKey: startKey,
    });
    const [newest] = page.Items;
    if (newest !== undefined) return newest;
    startKey = page.LastEvaluatedKey;
  } while (startKey !== undefined);
  return undefined;
};

const withSlash = (path: string): string => (path.endsWith('/') ? path : `${path}/`);

/** The last part of a version's path is its version. */
const pinned = (path: string): ModelPlace => {
  const whole = withSlash(path);
  return { version: whole.split('/').at(-2) ?? 'pinned', path: whole };
};
