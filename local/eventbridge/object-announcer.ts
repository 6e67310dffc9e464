import { randomUUID } from 'node:crypto';
import type { Catalog } from '../../lib/catalog-shapes.ts';
import { localAccountId } from '../resource-names.ts';
import type { NewObject } from '../s3/store/new-object.ts';
import type { EventBus } from './event-bus.ts';

/** Tells the bus of new objects in the buckets that announce them. */
export interface ObjectAnnouncer {
  readonly announce: (object: NewObject) => void;
  /** Resolves when the bus has taken every announcement so far. */
  settled(): Promise<void>;
}

/** The event that S3 sends to EventBridge for a new object. */
const objectCreated = (object: NewObject) => ({
  source: 'aws.s3',
  detailType: 'Object Created',
  resources: [`arn:aws:s3:::${object.bucket}`],
  time: object.modifiedAt,
  detail: {
    version: '0',
    bucket: { name: object.bucket },
    object: {
      key: object.key,
      size: object.size,
      etag: object.etag,
      'version-id': object.version.versionId,
      sequencer: object.version.sequence.toString(16).padStart(18, '0'),
    },
    'request-id': randomUUID(),
    requester: localAccountId,
    'source-ip-address': '127.0.0.1',
    reason: 'PutObject',
  },
});

/** @param bus - known once the functions are */
export const makeObjectAnnouncer = (buckets: Catalog['buckets'], bus: () => EventBus): ObjectAnnouncer => {
  const announcing = new Set(
    Object.values(buckets)
      .filter(({ announces }) => announces === true)
      .map(({ name }) => name.replaceAll('{account}', localAccountId)),
  );
  const underWay = new Set<Promise<unknown>>();
  return {
    announce: (object) => {
      if (!announcing.has(object.bucket)) return;
      const publishing = bus()
        .publish(objectCreated(object))
        .catch(() => {});
      underWay.add(publishing);
      void publishing.finally(() => underWay.delete(publishing));
    },
    settled: async () => {
      await Promise.all(underWay);
    },
  };
};
