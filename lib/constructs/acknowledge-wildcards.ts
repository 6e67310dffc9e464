import { Stack } from 'aws-cdk-lib';
import type { ManagedPolicy } from 'aws-cdk-lib/aws-iam';
import * as z from 'zod';
import { acknowledge } from './acknowledge.ts';
import { workflowTelemetryActions } from './workflow-telemetry-actions.ts';

/** Actions that know no resources: IAM grants them on `*` or not at all (Service Authorization Reference). */
const actionsWithoutResources: ReadonlySet<string> = new Set([
  'cloudwatch:PutMetricData',
  'comprehend:BatchDetectSentiment',
  'ecr:GetAuthorizationToken',
  ...workflowTelemetryActions,
]);

/** Wildcards we stand for, as cdk-nag writes resources, and why. Anything else stays a finding. */
const acceptedPatterns: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
  {
    pattern: /^arn:<AWS::Partition>:s3:::[^/*]+\/[^*]+\/\*$/,
    reason:
      'Objects get their names when the job runs; the right ends at this prefix of this one bucket, and the actions are listed.',
  },
  {
    pattern: /^arn:<AWS::Partition>:sagemaker:<AWS::Region>:<AWS::AccountId>:training-job\/[a-z0-9-]+-\*$/,
    reason:
      "Jobs get their names when they start; the right ends at this deployment's own name prefix, and covers starting, tagging and describing only.",
  },
  {
    pattern: /^arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:[a-z0-9-]+[:/]\*$/,
    reason: 'Executions get their names when they start; the right ends at those of this one workflow.',
  },
  {
    pattern:
      /^arn:<AWS::Partition>:logs:<AWS::Region>:<AWS::AccountId>:log-group:\/aws\/sagemaker\/TrainingJobs:log-stream:\*$/,
    reason: 'SageMaker names the streams of the one log group it writes training logs to.',
  },
  {
    pattern:
      /^arn:<AWS::Partition>:logs:<AWS::Region>:<AWS::AccountId>:log-group:\/aws\/sagemaker\/Endpoints\/[a-z0-9-]+:log-stream:\*$/,
    reason: "SageMaker names the streams of the one log group it writes an endpoint's log to.",
  },
  {
    pattern:
      /^arn:<AWS::Partition>:sagemaker:<AWS::Region>:<AWS::AccountId>:(endpoint-config|model)\/[a-z0-9-]+-\*$/,
    reason:
      'A version gets its names when it is approved; the right ends at what is named after this one endpoint, and none of the actions deletes.',
  },
];

const Statement = z.object({
  Action: z.union([z.string().transform((action) => [action]), z.array(z.string())]),
  Resource: z.unknown().transform((resource) => (Array.isArray(resource) ? resource : [resource])),
});

const Joined = z.object({ 'Fn::Join': z.tuple([z.literal(''), z.array(z.unknown())]) });
const Reference = z.object({ Ref: z.string() });

/** A resource as cdk-nag names it in a finding: references as `<Name>`. */
const asFinding = (resource: unknown): string => {
  if (typeof resource === 'string') return resource;
  const joined = Joined.safeParse(resource);
  if (joined.success) return joined.data['Fn::Join'][1].map(asFinding).join('');
  const reference = Reference.safeParse(resource);
  return reference.success ? `<${reference.data.Ref}>` : '';
};

/**
 * Accepts, on one policy, each wildcard that cannot be narrowed, and leaves every other one a finding.
 *
 * @param policy - its statements are complete
 */
export const acknowledgeWildcards = (policy: ManagedPolicy): void => {
  const { Statement: resolved } = z
    .object({ Statement: z.array(Statement) })
    .parse(Stack.of(policy).resolve(policy.document.toJSON()));
  const onEverything = resolved
    .filter(({ Resource }) => Resource.includes('*'))
    .flatMap(({ Action }) => Action);
  if (onEverything.length > 0 && onEverything.every((action) => actionsWithoutResources.has(action))) {
    acknowledge(policy, {
      'AwsSolutions-IAM5[Resource::*]': `${onEverything.join(', ')}: IAM knows no resources for these actions; none reads data of ours.`,
    });
  }
  for (const resource of resolved.flatMap(({ Resource }) => Resource.map(asFinding))) {
    const accepted = acceptedPatterns.find(({ pattern }) => pattern.test(resource));
    if (accepted) acknowledge(policy, { [`AwsSolutions-IAM5[Resource::${resource}]`]: accepted.reason });
  }
};
