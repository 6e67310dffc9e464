import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDynamoDbDatasetVersions } from '../../lambdas/shared/adapters/dynamodb-dataset-versions.ts';
import { makeDynamoDbModelRegistry } from '../../lambdas/shared/adapters/dynamodb-model-registry.ts';
import { samplesOfJsonLines } from '../../ml/datasets/versions/sample-lines.ts';
import { evaluateClassifier } from '../../ml/evaluation/evaluate-classifier.ts';
import type { ModelMetrics } from '../../ml/evaluation/model-metrics.ts';
import { rocAuc } from '../../ml/evaluation/roc-auc.ts';
import { fitLogisticRegression, linearLogits } from '../../ml/models/logistic-regression.ts';
import { personFolds } from '../../ml/models/person-folds.ts';
import type { FeatureTable } from '../../ml/preprocessing/feature-table.ts';
import { featureTableBuilder } from '../../ml/preprocessing/feature-table-builder.ts';
import { applyPipeline } from '../../ml/preprocessing/pipeline/apply-pipeline.ts';
import { fitPipelineWithRows } from '../../ml/preprocessing/pipeline/fit-pipeline.ts';
import type { Row } from '../../ml/preprocessing/pipeline/row.ts';
import { seededRandom } from '../../ml/random/seeded-random.ts';
import { startTestAws, type TestAws } from '../support/local-aws.ts';
import { preparationClient } from '../support/preparation-client.ts';
import { telcoCsv, telcoFeatureSet, telcoSteps } from '../support/telco.ts';

let aws: TestAws;
let dynamoDb: DynamoDBClient;
beforeAll(async () => {
  aws = await startTestAws();
  dynamoDb = new DynamoDBClient(aws.client);
});
afterAll(async () => {
  dynamoDb.destroy();
  await aws.close();
});

describe('telco from its raw CSV', () => {
  it('becomes a feature set, a version 1.0.0, a model, its performance record, and is promoted', async (context) => {
    const csv = telcoCsv(context);
    const call = preparationClient(aws);
    const admin = { user: 'ada', groups: ['admins'] };
    const post = async (route: string, body: unknown) => await call(`POST ${route}`, { ...admin, body });

    const set = await post('/feature-sets/create', telcoFeatureSet(csv));
    expect(set).toMatchObject({ status: 201, body: { featureSetId: 'telco-churn', version: '1.0.0' } });
    const asked = await post('/datasets/prepare', {
      datasetId: 'telco',
      source: { kind: 'csv', csv },
      featureSet: { id: 'telco-churn', version: '1.0.0' },
      personColumn: 'customerID',
      positive: 'Yes',
      steps: telcoSteps,
      reason: 'first import of the published file',
    });
    expect(asked).toMatchObject({ status: 202, body: { state: 'queued' } });
    await aws.settled();
    const job = await call(`GET /datasets/jobs/${asked.body['jobId']}`, admin);
    expect(job.body).toMatchObject({ state: 'succeeded', result: { version: '1.0.0' } });

    const loaded = await call('GET /datasets/load-version?datasetId=telco&version=1.0.0', admin);
    // The README of the data: 7,043 customers, 26.5 % of them lost.
    const { manifest, links } = Object(loaded.body);
    expect(manifest.statistics).toMatchObject({ rows: 7043, samples: 7043, trainRows: 5634, testRows: 1409 });
    expect(manifest.statistics.columns.TotalCharges).toMatchObject({ type: 'number', missing: 11 });
    const [stayed, left] = manifest.statistics.classBalance;
    expect((left.train + left.test) / 7043).toBeCloseTo(0.265, 3);
    expect(stayed.train + left.train).toBe(5634);
    const files = new Map<string, string>();
    for (const { name, url } of links) files.set(name, await (await fetch(url)).text());
    expect([...files.values()].join('')).not.toContain('7590-VHVEG');

    // The README of the data: logistic regression, 5-fold, .845; each fold's pipeline is fitted without the fold.
    expect(foldedAuc(files.get('raw.jsonl') ?? '')).toBeCloseTo(0.845, 2);

    const { metrics, outcomes } = train(files);
    expect(metrics.auc.value).toBeGreaterThan(0.83);
    const registry = makeDynamoDbModelRegistry({ client: dynamoDb, tableName: 'MindMate-ModelRegistry' });
    await registry.register({
      modelName: 'telco-churn',
      jobName: 'telco-1',
      status: 'approved',
      reasons: [],
      metrics,
      modelDataUrl: 's3://local/telco',
      createdAt: '2026-01-01T00:00:00Z',
    });
    const recorded = await post('/models/performance', {
      modelId: 'telco-churn',
      version: 1,
      environment: 'development',
      split: 'test',
      datasetId: 'telco',
      datasetVersion: '1.0.0',
      outcomes,
    });
    expect(recorded.status).toBe(201);
    expect(Object(recorded.body['record']).metrics.auc.value).toBeCloseTo(metrics.auc.value, 6);
    const rows = makeDynamoDbDatasetVersions({ client: dynamoDb, tableName: 'wellcast-DatasetVersions' });
    expect(await rows.modelsOf('telco')).toMatchObject([{ version: '1.0.0', modelName: 'telco-churn' }]);
    for (const stage of ['staging', 'production']) {
      const promoted = await post('/models/telco-churn/versions/1/promote', { reason: 'the first' });
      expect(promoted).toMatchObject({ status: 200, body: { stage } });
    }
  }, 180_000);
});

const foldCount = 5;

/** Mean AUC of logistic regression over five folds, the pipeline fitted on the other four each time. */
const foldedAuc = (rawLines: string): number => {
  const samples = samplesOfJsonLines(rawLines);
  const rows: Row[] = samples.map(({ cells }) => ({ ...cells, Churn: cells['Churn'] === 'Yes' ? 1 : 0 }));
  const labels = rows.map((row) => Number(row['Churn']));
  const foldOf = personFolds(
    { ids: samples.map(({ sampleId }) => sampleId), labels },
    foldCount,
    seededRandom(1),
  );
  const aucs = Array.from({ length: foldCount }, (_, fold) => {
    const side = (isTest: boolean) => rows.filter((_, row) => (foldOf[row] === fold) === isTest);
    const roles = { target: 'Churn' };
    const { fitted, rows: train } = fitPipelineWithRows([...telcoSteps], {
      part: 'training',
      roles,
      rows: side(false),
    });
    const names = fitted.outputs.map(({ name }) => name);
    const matrix = (table: readonly Row[]) => ({
      values: Float64Array.from(table.flatMap((row) => names.map((name) => Number(row[name])))),
      labels: table.map((row) => Number(row['Churn'])),
      weights: new Float64Array(table.length).fill(1),
    });
    const test = matrix(applyPipeline(fitted, side(true)));
    const regression = fitLogisticRegression(matrix(train), names.length, 1);
    return rocAuc(test.labels, linearLogits(regression, test.values), test.weights);
  });
  return aucs.reduce((sum, auc) => sum + auc, 0) / foldCount;
};

/** Logistic regression on the version's own files; the network of the SageMaker job would take a test's time twice. */
const train = (files: ReadonlyMap<string, string>) => {
  const [fitRows, test] = [tableOf(files.get('train.csv') ?? ''), tableOf(files.get('test.csv') ?? '')];
  const width = fitRows.featureNames.length;
  const ones = (table: FeatureTable) => new Float64Array(table.ids.length).fill(1);
  const regression = fitLogisticRegression({ ...fitRows, weights: ones(fitRows) }, width, 1);
  const logits = linearLogits(regression, test.values);
  const probabilities = logits.map((logit) => 1 / (1 + Math.exp(-logit)));
  const { labels, ids: persons } = test;
  const baselineScores = { logisticRegression: logits, lastWeekMood: null };
  const figures = evaluateClassifier(
    { persons, labels, weights: ones(test), probabilities, baselineScores },
    0.5,
    {
      resamples: 50,
      random: seededRandom(1),
    },
  );
  const metrics: ModelMetrics = {
    schemaVersion: 1,
    modelName: 'telco-churn',
    seed: 1,
    rowsSha256: null,
    trainPersons: fitRows.ids.length,
    trainRows: fitRows.ids.length,
    features: width,
    ...figures,
  };
  return { metrics, outcomes: { labels: Array.from(labels), scores: Array.from(probabilities) } };
};

const tableOf = (csv: string): FeatureTable => {
  const [header = [], ...rows]: string[][] = parse(csv);
  const builder = featureTableBuilder({ labelColumn: 'Churn', idColumn: 'sample_id' });
  builder.startFile(header, 'telco');
  rows.forEach((cells, row) => {
    builder.addRow(cells, row + 2);
  });
  return builder.finish();
};
