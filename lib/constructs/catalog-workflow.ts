import { RemovalPolicy } from 'aws-cdk-lib';
import { ManagedPolicy, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import { type ILogGroup, LogGroup } from 'aws-cdk-lib/aws-logs';
import {
  CustomerManagedEncryptionConfiguration,
  DefinitionBody,
  LogLevel,
  StateMachine,
  StateMachineType,
} from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { FunctionId } from '../catalog-ids.ts';
import type { WorkflowSpec } from '../catalog-shapes.ts';
import type { Config } from '../config.ts';
import { accessStatements } from './access-statements.ts';
import { acknowledgeWildcards } from './acknowledge-wildcards.ts';
import type { CatalogResources } from './catalog-resources.ts';
import { functionArn } from './function-arn.ts';
import { serviceOfThisAccount } from './service-of-this-account.ts';
import { childExecutionArns, executionArns, workflowArn } from './workflow-arn.ts';
import { workflowTelemetryActions } from './workflow-telemetry-actions.ts';

export interface CatalogWorkflowProps {
  readonly spec: WorkflowSpec;
  readonly resources: CatalogResources;
  readonly config: Pick<Config, 'logRetentionDays'>;
}

/**
 * One workflow of the catalogue: its definition as it is, every event of it logged without its data, traced, its
 * history encrypted with a key of ours, and a role that may invoke its functions, read its items and start its own
 * children, and nothing else.
 */
export class CatalogWorkflow extends Construct {
  constructor(scope: Construct, id: string, props: CatalogWorkflowProps) {
    super(scope, id);
    const { spec, resources, config } = props;
    const logGroup = new LogGroup(this, 'Logs', {
      logGroupName: `/aws/vendedlogs/${spec.name}`,
      retention: config.logRetentionDays,
      encryptionKey: resources.operationsKey,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'Role', {
      assumedBy: serviceOfThisAccount(this, 'states.amazonaws.com'),
      description: `What ${spec.name} may do, as the catalogue lists it`,
    });
    const policy = new ManagedPolicy(this, 'Policy', {
      description: `What ${spec.name} may do`,
      roles: [role],
      statements: this.#statements(props),
    });
    const arns = spec.functions.map((functionId: FunctionId) => [
      functionId,
      functionArn(this, resources.functions[functionId]),
    ]);
    const machine = new StateMachine(this, 'StateMachine', {
      stateMachineName: spec.name,
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromString(JSON.stringify(spec.definition)),
      definitionSubstitutions: {
        ...Object.fromEntries(arns),
        [spec.bucket]: resources.buckets[spec.bucket].bucketName,
      },
      // The role is complete: constructs that would widen it on their own are not let.
      role: role.withoutPolicyUpdates(),
      // CDK's own types do not distinguish an absent property from an undefined one; ours do.
      logs: { destination: logGroup as ILogGroup, level: LogLevel.ALL, includeExecutionData: false },
      tracingEnabled: true,
      encryptionConfiguration: new CustomerManagedEncryptionConfiguration(resources.operationsKey),
    });
    // Step Functions tries the log group with the role's rights while it creates the workflow.
    machine.node.addDependency(policy);
    acknowledgeWildcards(policy);
  }

  #statements({ spec, resources }: CatalogWorkflowProps): PolicyStatement[] {
    const readsItems = { bucket: spec.bucket, prefix: spec.prefix, actions: ['GetObject'] } as const;
    const invokes = (id: FunctionId) => ({ function: id, actions: ['InvokeFunction'] }) as const;
    return [
      ...spec.functions.flatMap((id) => accessStatements(this, invokes(id), resources)),
      ...accessStatements(this, readsItems, resources),
      // A distributed map runs each child as an execution of the same workflow.
      new PolicyStatement({ actions: ['states:StartExecution'], resources: [workflowArn(spec)] }),
      new PolicyStatement({
        actions: ['states:DescribeExecution', 'states:StopExecution'],
        resources: [executionArns(spec)],
      }),
      new PolicyStatement({ actions: ['states:RedriveExecution'], resources: [childExecutionArns(spec)] }),
      new PolicyStatement({
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: [resources.operationsKey.keyArn],
        conditions: {
          StringEquals: { 'kms:EncryptionContext:aws:states:stateMachineArn': workflowArn(spec) },
        },
      }),
      new PolicyStatement({
        actions: [...workflowTelemetryActions],
        resources: ['*'],
      }),
    ];
  }
}
