import { Stack, type StackProps } from 'aws-cdk-lib';
import { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { BucketId, TableId } from '../catalog-ids.ts';
import type { Catalog } from '../catalog-shapes.ts';
import type { Config } from '../config.ts';
import { AlertTopic } from '../constructs/alert-topic.ts';
import { AppUserPool } from '../constructs/app-user-pool.ts';
import { CatalogBucket } from '../constructs/catalog-bucket.ts';
import type { DataResources, DeployedBucket, DeployedTable } from '../constructs/catalog-resources.ts';
import { CatalogTable } from '../constructs/catalog-table.ts';
import { CatalogTopic } from '../constructs/catalog-topic.ts';
import { CustomerKey } from '../constructs/customer-key.ts';
import { LogBucket } from '../constructs/log-bucket.ts';
import { OperationsKey } from '../constructs/operations-key.ts';
import { pascalCase } from '../constructs/pascal-case.ts';
import { SampleIdSecret } from '../constructs/sample-id-secret.ts';
import { SigningKey } from '../constructs/signing-key.ts';
import { tableLock } from '../constructs/table-lock.ts';
import type { TokenIssuer } from '../constructs/token-issuer.ts';

export interface DataStackProps extends StackProps {
  readonly config: Config;
  readonly catalog: Catalog;
}

/** Each is the only link between a person and what was made of their data. */
const lockedTables: ReadonlySet<TableId> = new Set([
  'sampleLineage',
  'pseudonymKeys',
  'datasetLineage',
  'auditKeys',
]);

/** All that must survive: tables, bucket, keys, secret, topics, accounts. Nothing here is deleted with the stack. */
export class DataStack extends Stack {
  readonly resources: DataResources;
  readonly tokens: TokenIssuer;
  /** Also those with which the dashboard asks. */
  readonly preparationTokens: TokenIssuer;

  constructor(scope: Construct, id: string, props: DataStackProps) {
    super(scope, id, props);
    const { config, catalog } = props;
    const dataKey = new CustomerKey(this, 'DataKey', {
      alias: `${config.prefix}/data`,
      description: `${config.prefix}: health data, datasets, models`,
    });
    const operationsKey = new OperationsKey(this, 'OperationsKey', {
      prefix: config.prefix,
      functionNames: Object.values(catalog.functions).map(({ name }) => name),
    });
    const table = (tableId: TableId): DeployedTable => {
      const { tableName, tableArn } = new CatalogTable(this, `${pascalCase(tableId)}Table`, {
        spec: catalog.tables[tableId],
        key: dataKey,
        ...(lockedTables.has(tableId) && { resourcePolicy: tableLock(this, catalog, tableId) }),
      });
      return { tableName, tableArn, key: dataKey };
    };
    const logBucket = new LogBucket(this, 'LogBucket', config.logRetentionDays);
    const bucket = (bucketId: BucketId): DeployedBucket => {
      const spec = catalog.buckets[bucketId];
      const made = new CatalogBucket(this, `${pascalCase(bucketId)}Bucket`, {
        spec,
        key: dataKey,
        logBucket,
      });
      return { bucketName: made.plainName, bucketArn: made.plainArn, key: dataKey };
    };
    const sampleId = new SampleIdSecret(this, 'SampleIdSecret', {
      name: catalog.secrets.sampleId.name,
      description: catalog.secrets.sampleId.purpose,
      key: dataKey,
    });
    const tombstone = new SampleIdSecret(this, 'TombstoneSecret', {
      name: catalog.secrets.tombstone.name,
      description: catalog.secrets.tombstone.purpose,
      key: dataKey,
      whyNotRotated:
        'it keys the hashes that stand for erased people. Under another one nobody could tell any more who was erased.',
    });
    const auditSigning = new SigningKey(this, 'AuditSigningKey', {
      alias: catalog.keys.auditSigning.name,
      description: `${config.prefix}: ${catalog.keys.auditSigning.purpose}`,
    });
    const alerts = new AlertTopic(this, 'AlertTopic', {
      name: catalog.topics.alerts.name,
      key: operationsKey,
      prefix: config.prefix,
      email: config.alertEmail,
    });
    const healthAlerts = new CatalogTopic(this, 'HealthAlertTopic', {
      name: catalog.topics.healthAlerts.name,
      key: dataKey,
    });
    const churnAlerts = new CatalogTopic(this, 'ChurnAlertTopic', {
      name: catalog.topics.churnAlerts.name,
      key: dataKey,
    });
    this.resources = {
      dataKey,
      operationsKey,
      tables: {
        app: config.importAppTable ? this.importedAppTable(config) : table('app'),
        trainingJobs: table('trainingJobs'),
        modelRegistry: table('modelRegistry'),
        sampleLineage: table('sampleLineage'),
        healthMetrics: table('healthMetrics'),
        deviceKeys: table('deviceKeys'),
        anomalyAlerts: table('anomalyAlerts'),
        trainingExamples: table('trainingExamples'),
        pseudonymKeys: table('pseudonymKeys'),
        healthRecords: table('healthRecords'),
        featureSets: table('featureSets'),
        featureCache: table('featureCache'),
        datasetVersions: table('datasetVersions'),
        datasetLineage: table('datasetLineage'),
        modelPerformance: table('modelPerformance'),
        preparationJobs: table('preparationJobs'),
        auditTrail: table('auditTrail'),
        auditKeys: table('auditKeys'),
        erasures: table('erasures'),
        endpointDeployments: table('endpointDeployments'),
        customerState: table('customerState'),
      },
      buckets: {
        mlModels: bucket('mlModels'),
        healthData: bucket('healthData'),
        datasets: bucket('datasets'),
        trainingWork: bucket('trainingWork'),
        auditHeads: bucket('auditHeads'),
      },
      secrets: {
        sampleId: { secretArn: sampleId.secretArn, key: dataKey },
        tombstone: { secretArn: tombstone.secretArn, key: dataKey },
      },
      keys: { auditSigning },
      topics: { alerts, healthAlerts, churnAlerts },
    };
    const { tokens, preparationTokens } = this.issuers(config);
    this.tokens = tokens;
    this.preparationTokens = preparationTokens;
  }

  private issuers(config: Config): Pick<DataStack, 'tokens' | 'preparationTokens'> {
    const { jwtIssuer, jwtAudience, prefix, dashboardUrl } = config;
    if (jwtIssuer === undefined || jwtAudience === undefined) {
      return new AppUserPool(this, 'UserPool', { name: `${prefix}-app`, dashboardUrl });
    }
    const tokens = { issuer: jwtIssuer, audience: jwtAudience };
    return { tokens, preparationTokens: tokens };
  }

  private importedAppTable(config: Config): DeployedTable {
    const key =
      config.importedTableKeyArn === undefined
        ? undefined
        : Key.fromKeyArn(this, 'ImportedTableKey', config.importedTableKeyArn);
    const { tableName, tableArn } = Table.fromTableAttributes(this, 'ImportedAppTable', {
      tableName: config.tableName,
      ...(config.userIndex !== '' && { globalIndexes: [config.userIndex] }),
      ...(key !== undefined && { encryptionKey: key }),
    });
    return { tableName, tableArn, key };
  }
}
