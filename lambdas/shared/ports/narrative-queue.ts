import type { NarrativeRequest } from '../../../ml/narratives/narrative-request.ts';

/** Narratives on their way to become training lines. */
export interface NarrativeQueue {
  /** @returns once the message is sure to be delivered, at least once */
  send(request: NarrativeRequest): Promise<void>;
}
