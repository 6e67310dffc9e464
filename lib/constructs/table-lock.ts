import { Stack } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { TableId } from '../catalog-ids.ts';
import type { Catalog } from '../catalog-shapes.ts';
import { functionRoleName } from './function-role-name.ts';

/**
 * Refuses everyone a table's items, administrators included, but the functions that the catalogue gives access to
 * it. For a table that is the only link between a person and what was made of their data, so that an identity's own
 * rights are not enough; whoever must look has to change this policy first, and CloudTrail records that.
 *
 * @param scope - within the stack of the table
 * @param catalog - says which functions use the table
 */
export const tableLock = (scope: Construct, catalog: Catalog, tableId: TableId): PolicyDocument => {
  const roles = Object.values(catalog.functions)
    .filter((spec) => spec.access.some((access) => 'table' in access && access.table === tableId))
    .map((spec) =>
      Stack.of(scope).formatArn({
        service: 'iam',
        region: '',
        resource: 'role',
        resourceName: functionRoleName(scope, spec),
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
        conditions: { ArnNotEquals: { 'aws:PrincipalArn': roles } },
      }),
    ],
  });
};
