import { LineSettings } from '../../ml/narratives/line/line-settings.ts';
import type { LineContext } from '../../ml/narratives/line/make-training-line.ts';
import { NarrativeRequest } from '../../ml/narratives/narrative-request.ts';

/** The example of the seed's interface, in its spelling. */
export const seedExample = {
  narrative:
    'Blood glucose data shows 450 readings over a 30-day period with mean glucose of 142.3 mg/dL. Glucose control is ' +
    'moderate with variability (CV 38%) and 62% time in target range.',
  source_metadata: {
    bucket: 'health-data',
    key: 'raw/BloodGlucoseRecord/2025/11/15/user123_1731628800_abc123.avro',
    record_type: 'BloodGlucoseRecord',
    user_id: 'user123',
    correlation_id: 'abc-def-123',
  },
  processing_metadata: {
    duration: 2.3,
    record_count: 450,
    quality_score: 0.95,
    clinical_insights: { control_status: 'fair', hypoglycemic_events: 3, hyperglycemic_events: 45 },
  },
};

export const seedRequest = NarrativeRequest.parse(seedExample);

/** A request with other insights or another text. */
export const requestWith = (change: {
  readonly narrative?: string;
  readonly recordType?: string;
  readonly processing?: Partial<NarrativeRequest['processingMetadata']>;
}): NarrativeRequest => ({
  narrative: change.narrative ?? seedRequest.narrative,
  sourceMetadata: {
    ...seedRequest.sourceMetadata,
    recordType: change.recordType ?? seedRequest.sourceMetadata.recordType,
  },
  processingMetadata: { ...seedRequest.processingMetadata, ...change.processing },
});

/** 15 November 2025, 10:30 UTC, with the settings' defaults where none are given. */
export const lineContext = (settings: Partial<LineSettings> = {}): LineContext => ({
  settings: LineSettings.parse(settings),
  personKey: new Uint8Array(32).fill(7),
  processedAtMs: Date.UTC(2025, 10, 15, 10, 30, 0, 123),
});
