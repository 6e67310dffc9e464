/** Keys of a training line's metadata, in the order of the example in the seed of the narratives. */
export const seedMetadataKeys = [
  'record_type',
  'user_id',
  'correlation_id',
  'processing_timestamp',
  'source_bucket',
  'source_key',
  'quality_score',
  'record_count',
  'processing_duration_seconds',
  'clinical_insights',
  'health_domain',
];
