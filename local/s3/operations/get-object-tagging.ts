import { findVersion } from '../protocol/find-version.ts';
import { respondXml } from '../protocol/respond.ts';
import { type Operation, targetObject } from '../protocol/s3-call.ts';
import { versionHeader } from '../protocol/version-header.ts';

/** Tags come with a write, in `x-amz-tagging`; changing them later is not implemented. */
export const getObjectTagging: Operation = (call) => {
  const { bucket, key } = targetObject(call);
  const version = findVersion(bucket, { key, versionId: call.request.query.get('versionId') ?? undefined });
  const tags = [...new URLSearchParams(version.content.tagging)].map(([Key, Value]) => ({ Key, Value }));
  respondXml(
    call.response,
    { root: 'Tagging', content: { TagSet: { Tag: tags } } },
    versionHeader(bucket, version),
  );
};
