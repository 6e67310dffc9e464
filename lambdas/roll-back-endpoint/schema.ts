import * as z from 'zod';
import { parseRequest } from '../shared/runtime/parse-request.ts';

const text = (error: string) => z.string({ error }).min(1, { error });

/** "CloudWatch Alarm State Change" as AWS sends it; of its detail, what is used here. */
export const AlarmEvent = z.object(
  {
    source: z.literal('aws.cloudwatch', { error: '"aws.cloudwatch"' }),
    detail: z.object(
      {
        alarmName: text("an alarm's name"),
        state: z.object(
          {
            value: z.enum(['ALARM', 'OK', 'INSUFFICIENT_DATA'], { error: 'ALARM, OK or INSUFFICIENT_DATA' }),
            reason: z.string().optional(),
            timestamp: text('when it changed'),
          },
          { error: 'the state of the alarm' },
        ),
      },
      { error: 'the alarm' },
    ),
  },
  { error: 'an EventBridge event "CloudWatch Alarm State Change"' },
);
export type AlarmEvent = z.infer<typeof AlarmEvent>;

export interface RollBackEndpointResult {
  readonly alarmName: string;
  /**
   * `ignored`: no alarm of the endpoint, or it calmed down. `before-this-version`: the alarm is older than what is in
   * service. `rolled-back`: the version before is on its way back. `nothing-before`: there is none. `long-in-use`:
   * what is in service has worked for over a day, so the version before would hardly help.
   */
  readonly outcome: 'ignored' | 'before-this-version' | 'rolled-back' | 'nothing-before' | 'long-in-use';
  /** What was put back. */
  readonly configName?: string;
}

/** @throws {InvalidRequestError} naming the wrong field */
export const parseAlarmEvent = (input: unknown): AlarmEvent => parseRequest(AlarmEvent, input);
