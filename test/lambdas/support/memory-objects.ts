import { createHash } from 'node:crypto';
import { ObjectChangedError } from '../../../lambdas/shared/narratives/object-changed-error.ts';
import type { Clock } from '../../../lambdas/shared/ports/clock.ts';
import type {
  ConditionalObjects,
  ObjectContent,
  ObjectState,
} from '../../../lambdas/shared/ports/conditional-objects.ts';

interface Stored extends ObjectState {
  readonly body: Buffer;
  readonly modifiedAt: number;
}

/** A versioned bucket in memory. Entity tags follow from the content, as those of S3 do. */
export const memoryObjects = (clock: Clock) => {
  const current = new Map<string, Stored>();
  const versions = new Map<string, Stored>();
  let writes = 0;

  const put = (key: string, { body, metadata = {} }: ObjectContent) => {
    const bytes = Buffer.from(body);
    writes += 1;
    const stored: Stored = {
      key,
      etag: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
      versionId: String(writes),
      metadata,
      body: bytes,
      modifiedAt: clock.now(),
    };
    current.set(key, stored);
    versions.set(String(writes), stored);
  };
  const isStill = ({ key, etag }: ObjectState) => current.get(key)?.etag === etag;

  const objects: ConditionalObjects = {
    create: async (key, content) => {
      if (current.has(key)) return false;
      put(key, content);
      return true;
    },
    replace: async (expected, content) => {
      if (!isStill(expected)) return false;
      put(expected.key, content);
      return true;
    },
    append: async (expected, content) => {
      if (!isStill(expected)) return false;
      const body = Buffer.concat([current.get(expected.key)!.body, Buffer.from(content.body)]);
      put(expected.key, { ...content, body });
      return true;
    },
    head: async (key) => current.get(key),
    read: async (key) => current.get(key)?.body,
    stream: async function* ({ versionId = '' }) {
      const stored = versions.get(versionId);
      if (stored === undefined) throw new ObjectChangedError();
      yield stored.body;
    },
    list: async function* (prefix) {
      const keys = [...current.keys()].filter((key) => key.startsWith(prefix)).toSorted();
      for (const key of keys) {
        const stored = current.get(key);
        if (stored !== undefined) yield stored;
      }
    },
    remove: async (keys) => {
      for (const key of keys) current.delete(key);
    },
  };
  return { objects, current };
};
