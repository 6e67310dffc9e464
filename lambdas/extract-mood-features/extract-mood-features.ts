import { extractMoodFeatures } from '../../ml/features/mood-features.ts';
import { makeExtractFeatures } from '../shared/extraction/make-extract-features.ts';
import type { Clock } from '../shared/ports/clock.ts';
import type { JournalReader } from '../shared/ports/journal-reader.ts';
import type { Telemetry } from '../shared/ports/telemetry.ts';

/** The 20 mood features of one user or a batch; reads moods without their notes. Windows are 7, 14 and 30 dates. */
export const makeExtractMoodFeatures = (deps: {
  journals: JournalReader;
  clock: Clock;
  telemetry: Telemetry;
}) =>
  makeExtractFeatures({
    ...deps,
    part: 'moods',
    extract: (journal, { asOf }) => extractMoodFeatures(journal, asOf),
  });
