import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { account, region } from '../support/resolved-templates.ts';
import { synthesise } from '../support/synthesise.ts';

const { templates, observabilityStack, catalog } = synthesise();
const alarms = [...templates.resources(observabilityStack, 'AWS::CloudWatch::Alarm').values()].map(
  ({ Properties }) => Properties,
);
const alarmNamed = (name: string) =>
  alarms.find((alarm) => alarm['AlarmName'] === name) ?? expect.fail(`no alarm ${name}`);

describe('the alarms', () => {
  it('all tell the topic', () => {
    for (const alarm of alarms) {
      expect(alarm['AlarmActions']).toEqual([`arn:aws:sns:${region}:${account}:mindmate-alerts`]);
    }
  });

  it.each(Object.values(catalog.functions).map((spec) => [spec.name, spec] as const))(
    'watch errors, throttles and the duration of %s',
    (name, spec) => {
      const ofFunction = { Namespace: 'AWS/Lambda', Dimensions: [{ Name: 'FunctionName', Value: name }] };
      const once = { Threshold: 1, Statistic: 'Sum', TreatMissingData: 'notBreaching' };
      // The topic takes messages from alarms of this prefix only.
      const named = name.startsWith('mindmate-') ? name : `mindmate-${name}`;
      expect(alarmNamed(`${named}-errors`)).toMatchObject({ ...ofFunction, ...once, MetricName: 'Errors' });
      expect(alarmNamed(`${named}-throttles`)).toMatchObject({
        ...ofFunction,
        ...once,
        MetricName: 'Throttles',
      });
      expect(alarmNamed(`${named}-duration`)).toMatchObject({
        ...ofFunction,
        MetricName: 'Duration',
        Statistic: 'Maximum',
        // Milliseconds: nine tenths of the timeout.
        Threshold: spec.timeoutSeconds * 900,
      });
    },
  );

  it('watch runs of the training pipeline: failures, lost people, age, throttling', () => {
    const StateMachineArn = `arn:aws:states:${region}:${account}:stateMachine:mindmate-training-pipeline`;
    expect(alarmNamed('mindmate-pipeline-throttled')).toMatchObject({
      Namespace: 'AWS/States',
      MetricName: 'ExecutionThrottled',
      Dimensions: [{ Name: 'StateMachineArn', Value: StateMachineArn }],
      Threshold: 1,
    });
    expect(alarmNamed('mindmate-pipeline-age')).toMatchObject({
      Namespace: 'wellcast',
      MetricName: 'PipelineAgeSeconds',
      Dimensions: [{ Name: 'service', Value: 'mindmate-extractTrainingShard' }],
      Statistic: 'Maximum',
      Threshold: 21_600,
    });
    const expressions = (name: string) => JSON.stringify(Reflect.get(Object(alarmNamed(name)), 'Metrics'));
    expect(expressions('mindmate-pipeline-failed')).toContain('"failed + timedOut + aborted"');
    expect(expressions('mindmate-pipeline-failed-share')).toContain('100 * failed / considered');
  });

  it('watch every dead-letter queue', () => {
    const { functionStacks: stacks } = synthesise();
    const queues = templates
      .properties(stacks, 'AWS::SQS::Queue')
      .filter(({ QueueName }) => !Object.values(catalog.queues).some(({ name }) => name === QueueName));
    const { functions, schedules, rules, queues: fed, streams } = catalog;
    const sources = [functions, schedules, rules, fed, streams].map((some) => Object.keys(some).length);
    expect(queues).toHaveLength(sources.reduce((sum, count) => sum + count));
    for (const { QueueName } of queues) {
      const named = String(QueueName).startsWith('mindmate-') ? QueueName : `mindmate-${QueueName}`;
      expect(alarmNamed(`${named}-depth`)).toMatchObject({
        Namespace: 'AWS/SQS',
        MetricName: 'ApproximateNumberOfMessagesVisible',
        Dimensions: [{ Name: 'QueueName', Value: QueueName }],
        Threshold: 1,
      });
    }
  });

  it.each([
    ['prepare-failed', 'FailedRequests', 'mindmate-prepareTrainingData'],
    ['prepare-refused', 'RefusedRequests', 'mindmate-prepareTrainingData'],
    ['trigger-failed', 'TrainingTriggerFailures', 'mindmate-prepareTrainingData'],
    ['training-job-failed', 'TrainingJobsFailed', 'mindmate-recordTrainingJobState'],
    ['model-unavailable', 'ModelUnavailable', 'health-anomaly-detector'],
    ['alert-failures', 'AnomalyAlertFailures', 'health-anomaly-detector'],
  ])('%s goes off at the first of %s', (suffix, metric, service) => {
    expect(alarmNamed(`mindmate-${suffix}`)).toMatchObject({
      Namespace: 'wellcast',
      MetricName: metric,
      Dimensions: [{ Name: 'service', Value: service }],
      Statistic: 'Sum',
      Threshold: 1,
    });
  });
});

it('records of a stream that wait for half an hour raise an alarm', () => {
  expect(alarmNamed('mindmate-customer-events-iterator-age')).toMatchObject({
    Namespace: 'AWS/Lambda',
    MetricName: 'IteratorAge',
    Dimensions: [{ Name: 'FunctionName', Value: 'wellcast-updateCustomerFeatures' }],
    Statistic: 'Maximum',
    Threshold: 1_800_000,
  });
});

describe('the alarms of the watch', () => {
  it('hear of every error that the API answers', () => {
    expect(alarmNamed('mindmate-api-5xx')).toMatchObject({
      Namespace: 'AWS/ApiGateway',
      MetricName: '5xx',
      Dimensions: [{ Name: 'ApiId', Value: expect.stringMatching(/^Api\w+$/) }],
      Threshold: 1,
    });
  });

  it('hear of drift when in a day of enough windows three times the designed share lies above the threshold', () => {
    const { Metrics, ...drift } = alarmNamed('mindmate-drift');
    expect(drift).toMatchObject({
      Threshold: 15,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'notBreaching',
    });
    const metric = (MetricName: string) => ({
      MetricStat: expect.objectContaining({
        Metric: {
          Namespace: 'wellcast',
          MetricName,
          Dimensions: [{ Name: 'service', Value: 'health-anomaly-detector' }],
        },
        Period: 86_400,
        Stat: 'Sum',
      }),
    });
    expect(Metrics).toEqual([
      expect.objectContaining({ Expression: 'IF(scored >= 3600, 100 * above / scored, 0)' }),
      expect.objectContaining({ Id: 'above', ...metric('WindowsAboveThreshold') }),
      expect.objectContaining({ Id: 'scored', ...metric('WindowsScored') }),
    ]);
  });
});

describe('the metrics of use cases', () => {
  it('are all among those the functions count', () => {
    const counted = readFileSync(
      path.resolve(import.meta.dirname, '../../../lambdas/shared/ports/telemetry.ts'),
      'utf8',
    );
    const shown = JSON.stringify([
      ...templates.resources(observabilityStack, 'AWS::CloudWatch::Dashboard').values(),
    ]);
    const watched = [...shown.matchAll(/\[\\"wellcast\\",\\"(\w+)\\"/g)].map(([, name]) => name);
    const alarmed = alarms
      .filter((alarm) => alarm['Namespace'] === 'wellcast')
      .map((alarm) => alarm['MetricName']);
    expect(new Set([...watched, ...alarmed]).size).toBeGreaterThan(8);
    for (const name of [...watched, ...alarmed]) expect(counted).toContain(`'${name}'`);
  });
});

describe('the dashboard', () => {
  it('is one, named after the prefix', () => {
    const dashboards = [...templates.resources(observabilityStack, 'AWS::CloudWatch::Dashboard').values()];
    expect(dashboards.map(({ Properties }) => Properties['DashboardName'])).toEqual(['mindmate']);
  });
});

describe('the budget', () => {
  it('exists only when it is set', () => {
    expect(templates.resources(observabilityStack, 'AWS::Budgets::Budget').size).toBe(0);
  });

  it('tells the topic at 80 and at 100 %', () => {
    const budgeted = synthesise({ monthlyBudgetUsd: 50 });
    const [budget] = budgeted.templates
      .resources(budgeted.observabilityStack, 'AWS::Budgets::Budget')
      .values();
    const subscribers = [
      { SubscriptionType: 'SNS', Address: `arn:aws:sns:${region}:${account}:mindmate-alerts` },
    ];
    expect(budget?.Properties).toMatchObject({
      Budget: { BudgetLimit: { Amount: 50, Unit: 'USD' }, TimeUnit: 'MONTHLY', BudgetType: 'COST' },
      NotificationsWithSubscribers: [
        { Notification: { Threshold: 80 }, Subscribers: subscribers },
        { Notification: { Threshold: 100 }, Subscribers: subscribers },
      ],
    });
  });
});
