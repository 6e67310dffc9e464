import { describe, expect, it } from 'vitest';
import { Config } from '../../lib/config.ts';

describe('Config', () => {
  it('is deployable with nothing set, under the names people know', () => {
    expect(Config.parse({})).toMatchObject({
      prefix: 'mindmate',
      tableName: 'EmoCompanion',
      trainingJobsTable: 'MindMate-TrainingJobs',
      modelRegistryTable: 'MindMate-ModelRegistry',
      sampleLineageTable: 'MindMate-SampleLineage',
      healthMetricsTable: 'HealthMetrics',
      deviceKeysTable: 'MindMate-DeviceKeys',
      anomalyAlertsTable: 'MindMate-AnomalyAlerts',
      trainingExamplesTable: 'MindMate-TrainingExamples',
      pseudonymKeysTable: 'MindMate-PseudonymKeys',
      healthRecordsTable: 'wellcast-HealthRecords',
    });
  });

  it('names the tables of another prefix after it', () => {
    expect(Config.parse({ prefix: 'acme' })).toMatchObject({
      tableName: 'acme-EmoCompanion',
      trainingJobsTable: 'acme-TrainingJobs',
      modelRegistryTable: 'acme-ModelRegistry',
      sampleLineageTable: 'acme-SampleLineage',
      healthMetricsTable: 'acme-HealthMetrics',
      deviceKeysTable: 'acme-DeviceKeys',
      anomalyAlertsTable: 'acme-AnomalyAlerts',
      trainingExamplesTable: 'acme-TrainingExamples',
      pseudonymKeysTable: 'acme-PseudonymKeys',
      healthRecordsTable: 'acme-HealthRecords',
    });
  });

  it('keeps every name that is given', () => {
    const names = {
      tableName: 'Mine',
      trainingJobsTable: 'Jobs',
      modelRegistryTable: 'Models',
      sampleLineageTable: 'Lineage',
    };
    expect(Config.parse({ prefix: 'acme', ...names })).toMatchObject(names);
  });

  it('expects an imported table under the name people know, whatever the prefix', () => {
    expect(Config.parse({ prefix: 'acme', importAppTable: true }).tableName).toBe('EmoCompanion');
  });

  it.each([
    ['a misspelt setting', { prefx: 'acme' }],
    ['a prefix with capitals', { prefix: 'Acme' }],
    ['a time zone that does not exist', { scheduleTimeZone: 'Europe/Atlantis' }],
    ['a key for a table that is not imported', { importedTableKeyArn: 'arn:aws:kms:eu-west-1:1:key/k' }],
    ['training files among the raw ones', { trainingDataPrefix: 'raw/' }],
    ['a training prefix that is no folder', { trainingDataPrefix: 'training' }],
    ['custom instructions too long for a function', { customInstructions: { A: 'x'.repeat(2500) } }],
    ['a model path that is no place in S3', { modelPath: 'models/lstm-autoencoder/3/' }],
    ['an issuer without an audience', { jwtIssuer: 'https://id.example.org/' }],
    ['an audience without an issuer', { jwtAudience: ['app'] }],
    ['an issuer without TLS', { jwtIssuer: 'http://id.example.org/', jwtAudience: ['app'] }],
    ['more warm environments than may run at all', { provisionedConcurrency: 3, reservedConcurrency: 2 }],
    ['a region that is none', { edgeOriginRegion: 'Frankfurt' }],
    ['a retention CloudWatch does not know', { logRetentionDays: 100 }],
  ])('refuses %s', (_what, settings) => {
    expect(Config.safeParse(settings).success).toBe(false);
  });

  it('gives the same settings when its own output is read again', () => {
    const config = Config.parse({ prefix: 'acme', monthlyBudgetUsd: 50 });
    expect(Config.parse(config)).toEqual(config);
  });
});
