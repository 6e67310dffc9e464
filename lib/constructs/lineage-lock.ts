import { ArnFormat, Stack } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { Catalog } from '../catalog.ts';

/**
 * Refuses everyone the lineage table's items, administrators included, but the functions that the catalogue gives
 * access to it. The table is the only link between a person and a sample, so an identity's own rights are not
 * enough; whoever must look has to change this policy first, and CloudTrail records that.
 *
 * The condition holds for calls made from inside the function itself, whoever the role is lent to.
 */
export const lineageLock = (scope: Construct, catalog: Catalog): PolicyDocument => {
  const stack = Stack.of(scope);
  const functions = Object.values(catalog.functions)
    .filter((spec) => spec.access.some((access) => 'table' in access && access.table === 'sampleLineage'))
    .map((spec) =>
      stack.formatArn({
        service: 'lambda',
        resource: 'function',
        resourceName: spec.name,
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      }),
    );
  return new PolicyDocument({
    statements: [
      new PolicyStatement({
        sid: 'OnlyTheCataloguesFunctions',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: [
          'dynamodb:BatchGetItem',
          'dynamodb:BatchWriteItem',
          'dynamodb:DeleteItem',
          'dynamodb:GetItem',
          'dynamodb:PartiQLDelete',
          'dynamodb:PartiQLInsert',
          'dynamodb:PartiQLSelect',
          'dynamodb:PartiQLUpdate',
          'dynamodb:PutItem',
          'dynamodb:Query',
          'dynamodb:Scan',
          'dynamodb:UpdateItem',
        ],
        resources: ['*'],
        conditions: { ArnNotEquals: { 'lambda:SourceFunctionArn': functions } },
      }),
    ],
  });
};
