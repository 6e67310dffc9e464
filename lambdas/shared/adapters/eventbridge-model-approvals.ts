import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { ModelApprovals } from '../ports/model-approvals.ts';

/** Source and kind of the event, as the catalogue's rule has them. */
export const modelApproved = { source: 'wellcast.models', detailType: 'Model Approved' } as const;

/** Tells the default event bus, where a rule of the catalogue hears it. */
export const makeEventBridgeModelApprovals = (options: { client: EventBridgeClient }): ModelApprovals => ({
  announce: async (approval) => {
    const { FailedEntryCount } = await options.client.send(
      new PutEventsCommand({
        Entries: [
          {
            Source: modelApproved.source,
            DetailType: modelApproved.detailType,
            Detail: JSON.stringify(approval),
          },
        ],
      }),
    );
    if (FailedEntryCount) throw new Error('EventBridge did not take the approval; announce it again.');
  },
});
