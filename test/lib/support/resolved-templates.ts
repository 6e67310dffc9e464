import * as z from 'zod';

/** The account and region that templates are read for in tests. */
export const account = '111122223333';
export const region = 'eu-central-1';

const pseudo: Readonly<Record<string, string>> = {
  'AWS::AccountId': account,
  'AWS::Region': region,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
};

export const Resource = z.looseObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.string().optional(),
  UpdateReplacePolicy: z.string().optional(),
});
export type Resource = z.infer<typeof Resource>;

export const StackTemplate = z.looseObject({
  Resources: z.record(z.string(), Resource),
  Outputs: z.record(z.string(), z.looseObject({ Value: z.unknown() })).default({}),
});
export type StackTemplate = z.infer<typeof StackTemplate>;

const arn = (service: string, rest: string) => `arn:aws:${service}:${region}:${account}:${rest}`;

/** What CloudFormation's references to a resource give, by the documentation of its type's return values. */
const returnValues: Readonly<Record<string, (name: string) => { ref: string; arn: string }>> = {
  'AWS::DynamoDB::Table': (name) => ({ ref: name, arn: arn('dynamodb', `table/${name}`) }),
  'AWS::S3::Bucket': (name) => ({ ref: name, arn: `arn:aws:s3:::${name}` }),
  'AWS::SQS::Queue': (name) => ({ ref: name, arn: arn('sqs', name) }),
  'AWS::SNS::Topic': (name) => ({ ref: arn('sns', name), arn: arn('sns', name) }),
  'AWS::Lambda::Function': (name) => ({ ref: name, arn: arn('lambda', `function:${name}`) }),
  'AWS::Logs::LogGroup': (name) => ({ ref: name, arn: arn('logs', `log-group:${name}:*`) }),
  'AWS::SecretsManager::Secret': (name) => ({
    ref: arn('secretsmanager', `secret:${name}-a1b2c3`),
    arn: '',
  }),
  'AWS::IAM::Role': (name) => ({ ref: name, arn: `arn:aws:iam::${account}:role/${name}` }),
  'AWS::KMS::Key': (name) => ({ ref: name, arn: arn('kms', `key/${name}`) }),
};

const nameProperties = [
  'TableName',
  'BucketName',
  'QueueName',
  'TopicName',
  'FunctionName',
  'LogGroupName',
  'Name',
  'RoleName',
];

/** Templates with every reference followed, as CloudFormation would, in one account and region. */
export class ResolvedTemplates {
  readonly #templates: ReadonlyMap<string, StackTemplate>;

  constructor(templates: ReadonlyMap<string, StackTemplate>) {
    this.#templates = templates;
  }

  /** The properties of every resource of one type in these stacks, in order, references resolved. */
  properties(stackNames: readonly string[], type: string): readonly Resource['Properties'][] {
    return stackNames.flatMap((name) =>
      [...this.resources(name, type).values()].map((one) => one.Properties),
    );
  }

  /** A stack's resources of one type, references resolved, by logical id. */
  resources(stackName: string, type: string): ReadonlyMap<string, Resource> {
    const found = Object.entries(this.#template(stackName).Resources).filter(([, { Type }]) => Type === type);
    return new Map(
      found.map(([id, resource]) => [id, Resource.parse(this.resolve(stackName, resource))] as const),
    );
  }

  stackNames(): readonly string[] {
    return [...this.#templates.keys()];
  }

  resolve(stackName: string, value: unknown): unknown {
    if (Array.isArray(value)) return value.map((item) => this.resolve(stackName, item));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const [only] = entries;
    if (entries.length === 1 && only !== undefined) {
      const followed = this.#follow(stackName, only);
      if (followed !== undefined) return followed;
    }
    return Object.fromEntries(entries.map(([key, item]) => [key, this.resolve(stackName, item)]));
  }

  #follow(stackName: string, [name, argument]: readonly [string, unknown]): string | undefined {
    switch (name) {
      case 'Ref':
        return this.#reference(stackName, z.string().parse(argument));
      case 'Fn::GetAtt': {
        const [id, attribute] = z.tuple([z.string(), z.string()]).parse(argument);
        return attribute === 'Arn' ? this.#values(stackName, id).arn : `${id}.${attribute}`;
      }
      case 'Fn::Join': {
        const [separator, parts] = z.tuple([z.string(), z.array(z.unknown())]).parse(argument);
        return parts.map((part) => String(this.resolve(stackName, part))).join(separator);
      }
      case 'Fn::Sub':
        return z
          .string()
          .parse(argument)
          .replaceAll(/\$\{([^}]+)\}/g, (_whole, id) => this.#reference(stackName, String(id)));
      case 'Fn::GetStackOutput': {
        const { StackName, OutputName } = z
          .looseObject({ StackName: z.string(), OutputName: z.string() })
          .parse(argument);
        return String(this.resolve(StackName, this.#template(StackName).Outputs[OutputName]?.Value));
      }
      default:
        return undefined;
    }
  }

  #reference(stackName: string, id: string): string {
    return pseudo[id] ?? this.#values(stackName, id).ref;
  }

  #values(stackName: string, id: string): { ref: string; arn: string } {
    const resource = this.#template(stackName).Resources[id];
    const values = returnValues[resource?.Type ?? ''];
    if (resource === undefined || values === undefined) return { ref: id, arn: id };
    const named = nameProperties
      .map((property) => resource.Properties[property])
      .find((name) => name !== undefined);
    return values(named === undefined ? id : String(this.resolve(stackName, named)));
  }

  #template(stackName: string): StackTemplate {
    const template = this.#templates.get(stackName);
    if (template === undefined) throw new Error(`No stack is called ${stackName}.`);
    return template;
  }
}
