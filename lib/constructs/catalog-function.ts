import path from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Alias,
  Architecture,
  type IFunction,
  type IVersion,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { FunctionSpec } from '../catalog-shapes.ts';
import type { Config } from '../config.ts';
import { accessStatements } from './access-statements.ts';
import { acknowledge } from './acknowledge.ts';
import { acknowledgeWildcards } from './acknowledge-wildcards.ts';
import type { CatalogResources } from './catalog-resources.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import { failedQueueName } from './dead-letter-queue-names.ts';
import { environmentVariables } from './environment-variables.ts';
import { functionRoleName } from './function-role-name.ts';
import { keyStatement } from './key-statement.ts';
import { nodejsBundling } from './nodejs-bundling.ts';
import { repositoryRoot } from './repository-root.ts';

export interface CatalogFunctionProps {
  readonly spec: FunctionSpec;
  readonly resources: CatalogResources;
  readonly config: Pick<Config, 'logRetentionDays' | 'reservedConcurrency'>;
}

/**
 * One function of the catalogue with all that belongs to it: log group, dead-letter queue, and a role that may do
 * what the catalogue lists, write its own log and traces, and nothing else.
 */
export class CatalogFunction extends Construct {
  readonly function: NodejsFunction;
  /** What callers are pointed to: the warm alias where environments are provisioned, else the function itself. */
  readonly invocable: IFunction;
  readonly deadLetterQueue: DeadLetterQueue;

  constructor(scope: Construct, id: string, props: CatalogFunctionProps) {
    super(scope, id);
    const { spec, resources, config } = props;
    const logGroup = new LogGroup(this, 'Logs', {
      logGroupName: `/aws/lambda/${spec.name}`,
      retention: config.logRetentionDays,
      encryptionKey: resources.operationsKey,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.deadLetterQueue = new DeadLetterQueue(this, 'Failed', {
      name: failedQueueName(spec.name),
      key: resources.operationsKey,
    });
    const role = new Role(this, 'Role', {
      roleName: functionRoleName(this, spec),
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `What ${spec.name} may do, as the catalogue lists it`,
    });
    const policy = new ManagedPolicy(this, 'Policy', {
      description: `What ${spec.name} may do`,
      roles: [role],
      statements: [
        ...spec.access.flatMap((access) => accessStatements(this, access, resources)),
        new PolicyStatement({
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [logGroup.logGroupArn],
        }),
        new PolicyStatement({
          actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
          resources: ['*'],
        }),
        new PolicyStatement({
          actions: ['sqs:SendMessage'],
          resources: [this.deadLetterQueue.queueArn],
        }),
        ...keyStatement(this, {
          key: resources.operationsKey,
          via: 'sqs',
          actions: ['Decrypt', 'GenerateDataKey'],
        }),
      ],
    });
    this.function = new NodejsFunction(this, 'Function', {
      functionName: spec.name,
      description: spec.description,
      entry: path.join(repositoryRoot, spec.entry),
      projectRoot: repositoryRoot,
      depsLockFilePath: path.join(repositoryRoot, 'package-lock.json'),
      bundling: nodejsBundling,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: spec.memoryMb,
      timeout: Duration.seconds(spec.timeoutSeconds),
      environment: environmentVariables(spec, resources),
      // The role is complete: constructs that would widen it on their own are not let.
      role: role.withoutPolicyUpdates(),
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      tracing: Tracing.ACTIVE,
      deadLetterQueue: this.deadLetterQueue,
      awsSdkConnectionReuse: false,
      ...(config.reservedConcurrency !== undefined && {
        reservedConcurrentExecutions: config.reservedConcurrency,
      }),
    });
    // CDK's own types do not distinguish an absent property from an undefined one; ours do.
    this.invocable = this.#invocable(spec) as IFunction;
    // Lambda tries the dead-letter queue with the role's rights while it creates the function.
    this.function.node.addDependency(policy);
    acknowledgeWildcards(policy);
    acknowledge(this.function, {
      'HIPAA.Security-LambdaInsideVPC':
        'It calls only AWS services, over TLS and with its own role, and reaches nothing private. A VPC would add interface endpoints or a NAT gateway to run, and no protection.',
      ...(config.reservedConcurrency === undefined && {
        'HIPAA.Security-LambdaConcurrency':
          'Reserving is a setting (reservedConcurrency), off by default, since new accounts have too small a quota to reserve any. Throttles raise an alarm.',
      }),
    });
  }

  #invocable({ provisionedConcurrency }: FunctionSpec): Alias | NodejsFunction {
    if (provisionedConcurrency === undefined) return this.function;
    return new Alias(this, 'Live', {
      aliasName: 'live',
      version: this.function.currentVersion as IVersion,
      provisionedConcurrentExecutions: provisionedConcurrency,
    });
  }
}
