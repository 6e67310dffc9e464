import { describe, expect, it } from 'vitest';
import { parseFormatTrainingNarrativeRequest } from '../../../lambdas/format-training-narrative/schema.ts';
import { InvalidRequestError } from '../../../ml/invalid-request-error.ts';

const right = {
  narrative: 'Sleep averaged 7 hours.',
  source_metadata: { bucket: 'health-data', key: 'raw/a.avro', record_type: 'StepsRecord', user_id: 'anna' },
};

const messageOf = (input: unknown): string => {
  try {
    parseFormatTrainingNarrativeRequest(input);
  } catch (error) {
    if (error instanceof InvalidRequestError) return error.message;
    throw error;
  }
  return 'taken';
};

describe('what a request to the formatter is told', () => {
  const source = right.source_metadata;
  const bad = (change: object) => ({ ...right, ...change });
  const withSource = (change: object) => bad({ source_metadata: { ...source, ...change } });
  const withProcessing = (processing_metadata: unknown) => bad({ processing_metadata });

  it.each([
    ['a list', [right], 'The request must be an object; a list of 1 arrived.'],
    [
      'no text as narrative',
      bad({ narrative: { text: 'Anna slept' } }),
      'narrative must be a text of 0 to 5000000 characters; an object arrived.',
    ],
    ['no source', { narrative: right.narrative }, 'sourceMetadata must be an object; nothing arrived.'],
    [
      'a user that is a number',
      withSource({ user_id: 4711 }),
      'sourceMetadata.userId must be a text of 1 to 256 characters; another number arrived.',
    ],
    [
      'a key that is too long',
      withSource({ key: 'k'.repeat(1025) }),
      'sourceMetadata.key must be a text of 1 to 1024 characters; a text of 1025 characters arrived.',
    ],
    [
      'a record type with a path in it',
      withSource({ record_type: '../anna' }),
      'sourceMetadata.recordType must be a name of at most 64 letters and digits, such as StepsRecord; a text of 7 characters arrived.',
    ],
    [
      'a quality in words and a count of no number',
      withProcessing({ quality_score: 'good', record_count: 'NaN' }),
      'processingMetadata.recordCount must be an integer from 0 to 1000000000; NaN arrived. ' +
        'processingMetadata.qualityScore must be a number from 0 to 1; a text of 4 characters arrived.',
    ],
    [
      'a count in a text with decimals',
      withProcessing({ record_count: '1.5' }),
      'processingMetadata.recordCount must be an integer from 0 to 1000000000; a text of 3 characters arrived.',
    ],
    [
      'processing as text',
      withProcessing('fast'),
      'processingMetadata must be an object; a text of 4 characters arrived.',
    ],
    [
      'a count with decimals, a quality over 1 and insights in a list',
      withProcessing({ record_count: 1.5, quality_score: 2, clinical_insights: ['fair'] }),
      'processingMetadata.recordCount must be an integer from 0 to 1000000000; another number arrived. ' +
        'processingMetadata.qualityScore must be a number from 0 to 1; another number arrived. ' +
        'processingMetadata.clinicalInsights must be an object; a list of 1 arrived.',
    ],
    [
      'a negative duration',
      withProcessing({ duration: -1 }),
      'processingMetadata.duration must be a number from 0 to 1000000000; another number arrived.',
    ],
    ['requests that are no list', { requests: right }, 'requests must be a list; an object arrived.'],
    [
      'too many requests',
      { requests: Array.from({ length: 1001 }, () => right) },
      'requests must be at most 1000 requests; a list of 1001 arrived.',
    ],
  ])('%s: what was wrong, the kind of what arrived, what is taken', (_what, input, message) => {
    expect(messageOf(input)).toBe(message);
  });

  it('takes numbers that came as text, and null for what may be left out', () => {
    const entriesOf = (input: unknown) => parseFormatTrainingNarrativeRequest(input).entries;
    const figures = { duration: 2.3, record_count: 450, quality_score: 0.95 };
    const quoted = { duration: '2.3', record_count: ' 450', quality_score: '0.95' };
    expect(entriesOf(withProcessing(quoted))).toEqual(entriesOf(withProcessing(figures)));
    const nothing = { duration: null, record_count: null, quality_score: null, clinical_insights: null };
    expect(entriesOf(withProcessing(nothing))).toEqual(entriesOf(right));
    expect(entriesOf(withProcessing(null))).toEqual(entriesOf(right));
    expect(entriesOf(withSource({ correlation_id: null }))).toEqual(entriesOf(right));
  });

  it('takes both spellings, and leaves the names of insights alone', () => {
    const insights = { mean_glucose: 120 };
    const { entries } = parseFormatTrainingNarrativeRequest(withProcessing({ clinical_insights: insights }));
    const camel = parseFormatTrainingNarrativeRequest({
      narrative: right.narrative,
      sourceMetadata: { bucket: 'health-data', key: 'raw/a.avro', recordType: 'StepsRecord', userId: 'anna' },
      processingMetadata: { clinicalInsights: insights },
    });
    expect(entries).toEqual(camel.entries);
    expect(entries).toMatchObject([{ processingMetadata: { clinicalInsights: insights } }]);
  });
});
