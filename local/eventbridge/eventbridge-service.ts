import * as z from 'zod';
import { AwsError } from '../protocol/aws-error.ts';
import { makeAwsJsonService, parseInput } from '../protocol/aws-json-service.ts';
import type { LocalService } from '../service.ts';
import type { EventBus } from './event-bus.ts';

const entryLimitBytes = 1_048_576;

const PutEventsInput = z.object({
  Entries: z
    .array(
      z.object({
        Time: z.number().optional(),
        Source: z.string().optional(),
        Resources: z.array(z.string()).optional(),
        DetailType: z.string().optional(),
        Detail: z.string().optional(),
        EventBusName: z.string().optional(),
      }),
    )
    .min(1, 'Member must have length greater than or equal to 1')
    .max(10, 'Member must have length less than or equal to 10'),
});

type Entry = z.infer<typeof PutEventsInput>['Entries'][number];

const refuse = (ErrorCode: string, ErrorMessage: string) => ({ ErrorCode, ErrorMessage });

const parseDetail = (text: string): object | undefined => {
  try {
    const detail: unknown = JSON.parse(text);
    return typeof detail === 'object' && detail !== null && !Array.isArray(detail) ? detail : undefined;
  } catch {
    return undefined;
  }
};

/** PutEvents on the default bus. An entry is accepted or refused on its own, as in AWS. */
export const makeEventBridgeService = (bus: EventBus): LocalService => {
  const put = async (entry: Entry): Promise<object> => {
    const { Source, DetailType, Detail, Resources = [], Time } = entry;
    if (!Source || !DetailType || !Detail) {
      const missing = !Source ? 'Source' : !DetailType ? 'DetailType' : 'Detail';
      return refuse('InvalidArgument', `Parameter ${missing} is not valid. Reason: ${missing} is required.`);
    }
    if (Source.startsWith('aws.')) {
      return refuse('NotAuthorizedForSourceException', 'Not authorized for the source.');
    }
    const detail = parseDetail(Detail);
    if (detail === undefined) return refuse('MalformedDetail', 'Detail is malformed.');
    const time = Time === undefined ? Date.now() : Time * 1000;
    return {
      EventId: await bus.publish({
        source: Source,
        detailType: DetailType,
        detail,
        resources: Resources,
        time,
      }),
    };
  };

  const putEvents = async (input: unknown) => {
    const { Entries } = parseInput(PutEventsInput, input);
    const bytes = Buffer.byteLength(JSON.stringify(Entries));
    if (bytes > entryLimitBytes) {
      throw new AwsError(
        'ValidationException',
        'Total size of the entries in the request is over the limit.',
      );
    }
    const elsewhere = Entries.find(({ EventBusName = 'default' }) => !/(^|\/)default$/.test(EventBusName));
    if (elsewhere !== undefined) {
      const message = `Event bus ${elsewhere.EventBusName} does not exist.`;
      throw new AwsError('ResourceNotFoundException', message);
    }
    const results: object[] = [];
    for (const entry of Entries) results.push(await put(entry));
    return {
      FailedEntryCount: results.filter((result) => 'ErrorCode' in result).length,
      Entries: results,
    };
  };

  return makeAwsJsonService({
    signingNames: ['events'],
    targetPrefix: 'AWSEvents',
    operations: { PutEvents: putEvents },
  });
};
