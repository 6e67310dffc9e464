import { checksumHeaders } from '../checksums/checksum.ts';
import { writeConditionally } from '../conditions/write-conditions.ts';
import { wantedRetention } from '../lock/retention.ts';
import { receivePayload } from '../payload/receive-payload.ts';
import { wholeContent } from '../payload/whole-content.ts';
import { descriptiveHeaders, encryptionHeaders, keepingHeaders } from '../protocol/object-headers.ts';
import { respondEmpty } from '../protocol/respond.ts';
import { type Operation, targetObject } from '../protocol/s3-call.ts';
import { versionHeader } from '../protocol/version-header.ts';

export const putObject: Operation = async (call) => {
  const { request } = call;
  const target = targetObject(call);
  const headers = { ...descriptiveHeaders(request), ...keepingHeaders(request) };
  const tagging = request.headers['x-amz-tagging'];
  const kept = {
    headers,
    ...(tagging === undefined ? {} : { tagging }),
    ...wantedRetention(request, target.bucket, call.clock()),
  };
  const stored = await writeConditionally(request, target, (assertMet) =>
    target.bucket.data.create(
      (sink) => receivePayload(request, sink),
      (bytes, file) => {
        assertMet();
        const content = wholeContent(bytes, file, kept);
        return { content, version: target.bucket.put(target.key, content, call.clock()) };
      },
    ),
  );
  respondEmpty(call.response, 200, {
    etag: `"${stored.content.etag}"`,
    ...checksumHeaders(stored.content.checksum),
    ...encryptionHeaders(headers),
    ...versionHeader(target.bucket, stored.version),
  });
};
