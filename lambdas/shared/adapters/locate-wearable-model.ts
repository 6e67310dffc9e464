import * as z from 'zod/mini';
import { detectorModelName } from '../../../ml/evaluation/detector-model-name.ts';
import { type Document, makeDocuments } from '../aws/documents.ts';
import type { ItemCalls } from '../aws/item-calls.ts';
import type { ModelPlace } from './s3-wearable-models.ts';

const ApprovedRow = z.object({
  version: z.int().check(z.positive()),
  modelDataUrl: z.string().check(z.startsWith('s3://')),
});

/**
 * Where the live model is: the newest approved version of the registry, or one that the settings pin.
 *
 * @param options - `pinnedPath`: s3://bucket/prefix/ of a version; empty: ask the registry
 */
export const makeLocateWearableModel =
  (options: { items: ItemCalls; tableName: string; pinnedPath: string }) =>
  async (): Promise<ModelPlace | undefined> => {
    if (options.pinnedPath !== '') return pinned(options.pinnedPath);
    const documents = makeDocuments(options.items);
    let startKey: Document | undefined;
    do {
      const page = await documents.query({
        TableName: options.tableName,
        KeyConditionExpression: 'modelName = :name',
        FilterExpression: '#status = :approved',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':name': detectorModelName, ':approved': 'approved' },
        ScanIndexForward: false,
        ExclusiveStartKey: startKey,
      });
      const newest = page.Items[0];
      if (newest !== undefined) {
        const { version, modelDataUrl } = ApprovedRow.parse(newest, { jitless: true });
        return { version: String(version), path: withSlash(modelDataUrl) };
      }
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
