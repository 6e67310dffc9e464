import type { LabelledSample } from '../../wearable/labelled-sample.ts';

/** A labelled sample and whose it is. */
export interface WearerSample extends LabelledSample {
  readonly userId: string;
}
