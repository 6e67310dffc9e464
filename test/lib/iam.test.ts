import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Access } from '../../lib/catalog-access.ts';
import type { FunctionSpec } from '../../lib/catalog-shapes.ts';
import { endpointActionKinds } from '../../lib/constructs/endpoint-statements.ts';
import { account, region } from './support/resolved-templates.ts';
import { type Synthesis, synthesise } from './support/synthesise.ts';

const list = z.union([z.string().transform((item) => [item]), z.array(z.string())]);
const Policy = z.object({
  Roles: z.array(z.string()),
  PolicyDocument: z.object({
    Statement: z.array(
      z.object({
        Effect: z.literal('Allow'),
        Action: list,
        Resource: list,
        Condition: z.unknown().optional(),
      }),
    ),
  }),
});

/** Every right of one role as `action on resource [if condition]`, one a line, in order. */
const rightsOf = ({ templates, functionStacks }: Synthesis, role: string): string[] =>
  templates
    .properties(functionStacks, 'AWS::IAM::ManagedPolicy')
    .map((properties) => Policy.parse(properties))
    .filter(({ Roles }) => Roles.some((name) => name.startsWith(role)))
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    .flatMap(({ Action, Resource, Condition }) =>
      Action.flatMap((action) =>
        Resource.map(
          (resource) =>
            `${action} on ${resource}${Condition === undefined ? '' : ` if ${JSON.stringify(Condition)}`}`,
        ),
      ),
    )
    .toSorted();

const arn = (service: string, rest: string) => `arn:aws:${service}:${region}:${account}:${rest}`;

/** What one entry of the catalogue means in IAM, from the Service Authorization Reference; keys apart. */
const expectedRights = ({ catalog, config }: Synthesis, access: Access): readonly string[] => {
  if ('table' in access) {
    const table = arn('dynamodb', `table/${catalog.tables[access.table].name}`);
    const resource = access.index === undefined ? table : `${table}/index/${access.index}`;
    return access.actions.map((action) => `dynamodb:${action} on ${resource}`);
  }
  if ('bucket' in access) {
    const bucket = `arn:aws:s3:::${catalog.buckets[access.bucket].name.replace('{account}', account)}`;
    return access.actions.map((action) =>
      action.startsWith('ListBucket')
        ? `s3:${action} on ${bucket} if {"StringLike":{"s3:prefix":"${access.prefix}*"}}`
        : `s3:${action} on ${bucket}/${access.prefix}*`,
    );
  }
  if ('secret' in access) {
    const secret = arn('secretsmanager', `secret:${catalog.secrets[access.secret].name}-a1b2c3`);
    return access.actions.map((action) => `secretsmanager:${action} on ${secret}`);
  }
  if ('key' in access)
    return access.actions.map((action) => `kms:${action} on ${arn('kms', 'key/ofItsOwn')}`);
  if ('topic' in access)
    return access.actions.map(
      (action) => `sns:${action} on ${arn('sns', catalog.topics[access.topic].name)}`,
    );
  if ('function' in access)
    return access.actions.map(
      (action) =>
        `lambda:${action} on ${arn('lambda', `function:${catalog.functions[access.function].name}`)}`,
    );
  if ('queue' in access)
    return access.actions.map(
      (action) => `sqs:${action} on ${arn('sqs', catalog.queues[access.queue].name)}`,
    );
  if ('training' in access)
    return access.actions.map(
      (action) => `sagemaker:${action} on ${arn('sagemaker', `training-job/${config.prefix}-*`)}`,
    );
  if ('stream' in access) {
    const { name } = catalog.streams[access.stream];
    return [
      ...access.actions.map((action) => `kinesis:${action} on ${arn('kinesis', `stream/${name}`)}`),
      `sqs:SendMessage on ${arn('sqs', `${name}-dead-letters`)}`,
    ];
  }
  if ('endpoint' in access) {
    const { name } = catalog.endpoints[access.endpoint];
    return access.actions.flatMap((action) =>
      endpointActionKinds[action].map(
        (kind) =>
          `sagemaker:${action} on ${arn('sagemaker', `${kind}/${kind === 'endpoint' ? name : `${name}-*`}`)}`,
      ),
    );
  }
  if ('workflow' in access) {
    const { name } = catalog.workflows[access.workflow];
    return access.actions.map(
      (action) =>
        `states:${action} on ${arn('states', action === 'DescribeExecution' ? `execution:${name}:*` : `stateMachine:${name}`)}`,
    );
  }
  return access.actions.map((action) => `${access.service}:${action} on *`);
};

const alwaysGranted = (spec: FunctionSpec): readonly string[] => [
  ...['CreateLogStream', 'PutLogEvents'].map(
    (action) => `logs:${action} on ${arn('logs', `log-group:/aws/lambda/${spec.name}:*`)}`,
  ),
  'xray:PutTelemetryRecords on *',
  'xray:PutTraceSegments on *',
  `sqs:SendMessage on ${arn('sqs', `${spec.name}-failed`)}`,
];

const roleOf = (spec: FunctionSpec) => `${spec.name}-${region}`;
/** To the keys that tables, buckets and the like are encrypted with. */
const isKeyRight = (right: string) => right.startsWith('kms:') && !/^kms:(Sign|GetPublicKey) /.test(right);

const deployments: readonly (readonly [string, Synthesis])[] = [
  ['the default deployment', synthesise()],
  ['a deployment on comprehend', synthesise({ sentimentProvider: 'comprehend' })],
  ['a deployment without an index', synthesise({ userIndex: '' })],
];

describe.each(deployments)("a function's role in %s", (_name, synthesis) => {
  const specs = Object.values(synthesis.catalog.functions).map((spec) => [spec.name, spec] as const);

  it.each(specs)(
    'lets %s do what the catalogue lists, log, trace and bury its dead, and nothing else',
    (_id, spec) => {
      const passRole = spec.access.some(
        (access) => 'training' in access && access.actions.includes('CreateTrainingJob'),
      );
      const passesServing = spec.access.some(
        (access) => 'endpoint' in access && access.actions.includes('CreateModel'),
      );
      const rolePassed = passesServing ? 'ServingRole' : 'TrainingRole';
      const granted = rightsOf(synthesis, roleOf(spec))
        .filter((right) => !isKeyRight(right))
        .map((right) => right.replace(/key\/AuditSigningKey\w+$/, 'key/ofItsOwn'));
      const expected = [
        ...spec.access.flatMap((access) => expectedRights(synthesis, access)),
        ...alwaysGranted(spec),
      ];
      const passed = granted.filter((right) => right.startsWith('iam:'));
      expect(granted.filter((right) => !right.startsWith('iam:'))).toEqual([...new Set(expected)].toSorted());
      expect(passed).toEqual(
        passRole || passesServing
          ? [
              expect.stringMatching(
                new RegExp(
                  `^iam:PassRole on arn:aws:iam::\\d+:role/${rolePassed}\\w+ if \\{"StringEquals":\\{"iam:PassedToService":"sagemaker.amazonaws.com"\\}\\}$`,
                ),
              ),
            ]
          : [],
      );
    },
  );

  it.each(specs)('lets %s use keys only through the services it uses', (_id, spec) => {
    const via = (right: string) => /"kms:ViaService":"(\w+)\.eu-central-1\.amazonaws\.com"/.exec(right)?.[1];
    const used = new Set(rightsOf(synthesis, roleOf(spec)).filter(isKeyRight).map(via));
    const kinds = spec.access.flatMap((access) => [
      ...('table' in access ? ['dynamodb'] : []),
      ...('bucket' in access ? ['s3'] : []),
      ...('secret' in access ? ['secretsmanager'] : []),
      ...('topic' in access ? ['sns'] : []),
      ...('stream' in access ? ['kinesis'] : []),
      ...('workflow' in access ? ['states'] : []),
    ]);
    expect(used).toEqual(new Set(['sqs', ...kinds]));
  });

  it.each(specs)('lets %s encrypt only where it writes', (_id, spec) => {
    const writes = spec.access.some(
      (access) =>
        'table' in access && access.actions.some((action) => /Put|Update|Write|Delete/.test(action)),
    );
    const encrypts = rightsOf(synthesis, roleOf(spec)).some((right) => /^kms:Encrypt.*dynamodb/.test(right));
    expect(encrypts).toBe(writes);
  });
});

describe('every role', () => {
  const { templates, functionStacks: stacks } = synthesise();
  const policies = templates
    .properties(stacks, 'AWS::IAM::ManagedPolicy')
    .map((properties) => Policy.parse(properties));
  const statements = policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);

  it('names its actions: no wildcards', () => {
    expect(statements.flatMap(({ Action }) => Action).filter((action) => action.includes('*'))).toEqual([]);
  });

  it('may act on everything only where AWS knows no resources', () => {
    const onEverything = statements.filter(({ Resource }) => Resource.includes('*'));
    expect([...new Set(onEverything.flatMap(({ Action }) => Action))].toSorted()).toEqual([
      'cloudwatch:PutMetricData',
      'ecr:GetAuthorizationToken',
      'logs:CreateLogDelivery',
      'logs:DeleteLogDelivery',
      'logs:DescribeLogGroups',
      'logs:DescribeResourcePolicies',
      'logs:GetLogDelivery',
      'logs:ListLogDeliveries',
      'logs:PutResourcePolicy',
      'logs:UpdateLogDelivery',
      'xray:GetSamplingRules',
      'xray:GetSamplingTargets',
      'xray:PutTelemetryRecords',
      'xray:PutTraceSegments',
    ]);
  });

  it('has no inline policy', () => {
    expect(templates.properties(stacks, 'AWS::IAM::Policy')).toEqual([]);
    for (const properties of templates.properties(stacks, 'AWS::IAM::Role')) {
      expect(properties).not.toHaveProperty('Policies');
      expect(properties).not.toHaveProperty('ManagedPolicyArns');
    }
  });
});

describe("SageMaker's role", () => {
  const rights = rightsOf(synthesise(), 'TrainingRole');
  const models = `arn:aws:s3:::mindmate-ml-models-${account}`;

  it('reads datasets and checkpoints, writes models and checkpoints, and reaches no other object', () => {
    expect(rights.filter((right) => right.startsWith('s3:') && !right.startsWith('s3:ListBucket'))).toEqual([
      `s3:DeleteObject on ${models}/checkpoints/*`,
      `s3:GetObject on ${models}/checkpoints/*`,
      `s3:GetObject on ${models}/training/*`,
      `s3:PutObject on ${models}/checkpoints/*`,
      `s3:PutObject on ${models}/models/crisis/*`,
      `s3:PutObject on ${models}/models/lstm-autoencoder/*`,
    ]);
  });

  it('reaches no table, secret, topic or function', () => {
    expect(
      rights.filter((right) => /^(dynamodb|secretsmanager|sns|lambda|iam|sqs|sagemaker):/.test(right)),
    ).toEqual([]);
  });
});

describe('an imported table', () => {
  const key = `arn:aws:kms:${region}:${account}:key/theirs`;
  const settings = { importAppTable: true, tableName: 'TheirTable' } as const;

  it('is read by its own name and decrypted with its own key', () => {
    const rights = rightsOf(
      synthesise({ ...settings, importedTableKeyArn: key }),
      roleOf(synthesise().catalog.functions.extractMoodFeatures),
    );
    expect(rights).toContain(`dynamodb:Query on ${arn('dynamodb', 'table/TheirTable')}`);
    expect(rights).toContain(
      `kms:Decrypt on ${key} if {"StringEquals":{"kms:ViaService":"dynamodb.${region}.amazonaws.com"}}`,
    );
  });

  it('needs no key when it has none of its own', () => {
    const rights = rightsOf(synthesise(settings), roleOf(synthesise().catalog.functions.extractMoodFeatures));
    expect(rights.filter((right) => right.startsWith('kms:') && right.includes('dynamodb'))).toEqual([]);
  });
});
