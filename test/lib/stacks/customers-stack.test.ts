import { describe, expect, it } from 'vitest';
import { account, region } from '../support/resolved-templates.ts';
import { synthesise } from '../support/synthesise.ts';

const { templates, customersStack, trainingStack, dataStack } = synthesise();
const properties = (type: string) => templates.properties([customersStack], type);

describe('the customers stack', () => {
  it('makes neither model nor endpoint, since there is none to make them of at the first deployment', () => {
    for (const type of ['Model', 'EndpointConfig', 'Endpoint']) {
      expect(properties(`AWS::SageMaker::${type}`)).toEqual([]);
    }
  });

  it('deploys what is approved and rolls back what raises an alarm, and hears of nothing else', () => {
    const rules = properties('AWS::Events::Rule');
    expect(rules.map(({ Name, EventPattern }) => [Name, EventPattern])).toEqual([
      [
        'mindmate-model-approved',
        {
          source: ['wellcast.models'],
          'detail-type': ['Model Approved'],
          detail: { modelName: [{ prefix: 'customer-health' }] },
        },
      ],
      [
        'mindmate-endpoint-alarm',
        {
          source: ['aws.cloudwatch'],
          'detail-type': ['CloudWatch Alarm State Change'],
          detail: {
            alarmName: [{ prefix: 'mindmate-customer-health-' }],
            state: { value: [{ prefix: 'ALARM' }] },
          },
        },
      ],
    ]);
  });

  it('raises an alarm on errors and on latency of the endpoint, once it is there', () => {
    const alarms = properties('AWS::CloudWatch::Alarm').filter(
      ({ Namespace }) => Namespace === 'AWS/SageMaker',
    );
    const Dimensions = [
      { Name: 'EndpointName', Value: 'mindmate-customer-health' },
      { Name: 'VariantName', Value: 'AllTraffic' },
    ];
    expect(alarms).toMatchObject([
      {
        AlarmName: 'mindmate-customer-health-errors',
        MetricName: 'Invocation5XXErrors',
        Statistic: 'Sum',
        Threshold: 3,
        Period: 300,
        Dimensions,
        TreatMissingData: 'notBreaching',
      },
      {
        AlarmName: 'mindmate-customer-health-latency',
        MetricName: 'ModelLatency',
        Statistic: 'Average',
        // A second, in the microseconds that SageMaker measures.
        Threshold: 1_000_000,
        Dimensions,
      },
    ]);
    for (const { AlarmActions } of alarms) expect(AlarmActions).toHaveLength(1);
  });

  it('remembers what every endpoint had before, in a table that stays', () => {
    const table = templates
      .properties([dataStack], 'AWS::DynamoDB::Table')
      .find(({ TableName }) => TableName === 'wellcast-EndpointDeployments');
    expect(table).toMatchObject({ KeySchema: [{ AttributeName: 'endpointName', KeyType: 'HASH' }] });
  });
});

describe("the served model's role", () => {
  const statements = templates
    .properties([trainingStack], 'AWS::IAM::ManagedPolicy')
    .filter(({ Description }) => Description === 'What a served model may read and write')
    .map(({ PolicyDocument }) => JSON.stringify(PolicyDocument));

  it('reads archives of customer-health models and nothing else of the bucket, and reaches no table', () => {
    expect(statements).toHaveLength(1);
    const [policy = ''] = statements;
    expect(policy.match(/arn:aws:s3:::[^"]+/g)).toEqual([
      `arn:aws:s3:::mindmate-ml-models-${account}/models/customer-health/*`,
    ]);
    expect(policy.match(/"s3:[^"]+"/g)).toEqual(['"s3:GetObject"']);
    expect(policy).not.toMatch(/dynamodb|secretsmanager|sns:|lambda:|iam:|sagemaker:/);
    expect(policy).toContain(
      `arn:aws:logs:${region}:${account}:log-group:/aws/sagemaker/Endpoints/mindmate-customer-health`,
    );
  });
});

describe('a real-time endpoint', () => {
  it('is a setting that reaches the function which deploys', () => {
    const chosen = synthesise({ endpointMode: 'real-time', endpointInstanceCount: 3 });
    const deploy = chosen.templates
      .properties([chosen.customersStack], 'AWS::Lambda::Function')
      .find(({ FunctionName }) => FunctionName === 'wellcast-deployApprovedModel');
    expect(deploy).toMatchObject({
      Environment: {
        Variables: {
          ENDPOINT_SETTINGS: JSON.stringify({
            mode: 'real-time',
            instanceType: 'ml.m5.large',
            instanceCount: 3,
            alarmNames: ['mindmate-customer-health-errors', 'mindmate-customer-health-latency'],
          }),
        },
      },
    });
  });
});
