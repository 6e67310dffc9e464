import { RemovalPolicy } from 'aws-cdk-lib';
import {
  type Attribute,
  AttributeType,
  BillingMode,
  ProjectionType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import type { PolicyDocument } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { KeyAttribute, TableSpec } from '../catalog-shapes.ts';
import { acknowledge } from './acknowledge.ts';

const attribute = (key: KeyAttribute): Attribute => ({
  name: key.name,
  type: key.type === 'S' ? AttributeType.STRING : AttributeType.NUMBER,
});

export interface CatalogTableProps {
  readonly spec: TableSpec;
  readonly key: IKey;
  /** @default none: identities' own policies decide */
  readonly resourcePolicy?: PolicyDocument;
}

/** One table of the catalogue: on demand, encrypted, recoverable to any second of 35 days, and hard to lose. */
export class CatalogTable extends Table {
  constructor(scope: Construct, id: string, props: CatalogTableProps) {
    const { spec } = props;
    super(scope, id, {
      tableName: spec.name,
      partitionKey: attribute(spec.partitionKey),
      ...(spec.sortKey && { sortKey: attribute(spec.sortKey) }),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: props.key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      ...(props.resourcePolicy && { resourcePolicy: props.resourcePolicy }),
    });
    for (const index of spec.indexes) {
      this.addGlobalSecondaryIndex({
        indexName: index.name,
        partitionKey: attribute(index.partitionKey),
        ...(index.sortKey && { sortKey: attribute(index.sortKey) }),
        ...(index.include.length === 0
          ? { projectionType: ProjectionType.KEYS_ONLY }
          : { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...index.include] }),
      });
    }
    acknowledge(this, {
      'HIPAA.Security-DynamoDBInBackupPlan':
        'Point-in-time recovery covers every second of the last 35 days. A backup plan would keep what an erased person left for longer than those 35 days.',
    });
  }
}
