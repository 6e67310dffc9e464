import { extractBehavioralFeatures } from '../../ml/features/behavioral-features.ts';
import { makeExtractFeatures } from '../shared/extraction/make-extract-features.ts';
import type { Clock } from '../shared/ports/clock.ts';
import type { JournalReader } from '../shared/ports/journal-reader.ts';
import type { Telemetry } from '../shared/ports/telemetry.ts';

/** The 15 behavioural features of one user or a batch, over the `days` local dates that end with asOf's own. */
export const makeExtractBehavioralFeatures = (deps: {
  journals: JournalReader;
  clock: Clock;
  telemetry: Telemetry;
}) => makeExtractFeatures({ ...deps, part: 'everything', extract: extractBehavioralFeatures });
