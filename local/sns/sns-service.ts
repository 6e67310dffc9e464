import { randomUUID } from 'node:crypto';
import { appendFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Catalog } from '../../lib/catalog-shapes.ts';
import type { EmitLocalEvent } from '../local-event.ts';
import { AwsError } from '../protocol/aws-error.ts';
import { makeAwsQueryService } from '../protocol/aws-query-service.ts';
import { localAccountId, localRegion } from '../resource-names.ts';
import type { LocalService } from '../service.ts';

const messageLimitBytes = 262_144;

export interface SnsSettings {
  /** Gets one `<topic>.jsonl` a topic, a message a line. */
  readonly folder: string;
  readonly topics: Catalog['topics'];
  readonly emit: EmitLocalEvent;
}

/** SNS without subscribers: Publish puts the message where a person can read it. */
export const makeSnsService = (settings: SnsSettings): LocalService => {
  const arnOf = (name: string) => `arn:aws:sns:${localRegion}:${localAccountId}:${name}`;
  const names = Object.values(settings.topics).map(({ name }) => name);

  const publish = async (fields: URLSearchParams) => {
    const arn = fields.get('TopicArn') ?? fields.get('TargetArn') ?? '';
    const name = names.find((candidate) => arnOf(candidate) === arn);
    const message = fields.get('Message') ?? '';
    const subject = fields.get('Subject') ?? '';
    if (name === undefined) throw new AwsError('NotFound', 'Topic does not exist', 404);
    if (message === '') throw new AwsError('InvalidParameter', 'Invalid parameter: Empty message');
    if (Buffer.byteLength(message) > messageLimitBytes) {
      throw new AwsError('InvalidParameter', 'Invalid parameter: Message too long');
    }
    if (subject.length > 100 || /[\r\n]/.test(subject)) {
      throw new AwsError('InvalidParameter', 'Invalid parameter: Subject');
    }
    const MessageId = randomUUID();
    const file = path.join(settings.folder, `${name}.jsonl`);
    const line = {
      messageId: MessageId,
      topicArn: arn,
      publishedAt: new Date().toISOString(),
      subject,
      message,
    };
    await mkdir(settings.folder, { recursive: true });
    await appendFile(file, `${JSON.stringify(line)}\n`);
    settings.emit({ kind: 'topic-message', topic: name, subject, file });
    return { MessageId };
  };

  return makeAwsQueryService({
    signingNames: ['sns'],
    namespace: 'http://sns.amazonaws.com/doc/2010-03-31/',
    operations: {
      Publish: publish,
      ListTopics: () => ({ Topics: { member: names.map((name) => ({ TopicArn: arnOf(name) })) } }),
    },
  });
};
