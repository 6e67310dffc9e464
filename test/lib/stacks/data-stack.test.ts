import { describe, expect, it } from 'vitest';
import { account, region } from '../support/resolved-templates.ts';
import { synthesise } from '../support/synthesise.ts';

const plain = synthesise();
const { templates, dataStack, catalog } = plain;
const tables = [...templates.resources(dataStack, 'AWS::DynamoDB::Table').values()];

describe('the data stack', () => {
  it('creates every table of the catalogue, with its keys and indexes', () => {
    const created = tables.map(({ Properties }) => ({
      name: Properties['TableName'],
      keys: Properties['KeySchema'],
      indexes: Properties['GlobalSecondaryIndexes'] ?? [],
    }));
    const expected = Object.values(catalog.tables).map((spec) => ({
      name: spec.name,
      keys: [
        { AttributeName: spec.partitionKey.name, KeyType: 'HASH' },
        ...(spec.sortKey ? [{ AttributeName: spec.sortKey.name, KeyType: 'RANGE' }] : []),
      ],
      indexes: spec.indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: [
          { AttributeName: index.partitionKey.name, KeyType: 'HASH' },
          ...(index.sortKey ? [{ AttributeName: index.sortKey.name, KeyType: 'RANGE' }] : []),
        ],
        Projection:
          index.include.length === 0
            ? { ProjectionType: 'KEYS_ONLY' }
            : { ProjectionType: 'INCLUDE', NonKeyAttributes: index.include },
      })),
    }));
    expect(created).toEqual(expected);
  });

  it('keeps every table on demand, encrypted with our key, recoverable and protected from deletion', () => {
    expect(tables).toHaveLength(Object.keys(catalog.tables).length);
    for (const { Properties } of tables) {
      expect(Properties).toMatchObject({
        BillingMode: 'PAY_PER_REQUEST',
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
      });
      expect(Properties['SSESpecification']).toHaveProperty(
        'KMSMasterKeyId',
        expect.stringContaining(`arn:aws:kms:${region}:${account}:key/DataKey`),
      );
    }
  });

  it.each([
    'AWS::DynamoDB::Table',
    'AWS::S3::Bucket',
    'AWS::KMS::Key',
    'AWS::SecretsManager::Secret',
    'AWS::SNS::Topic',
    'AWS::Cognito::UserPool',
  ])('keeps every %s when the stack is deleted or replaces it', (type) => {
    const resources = [...templates.resources(dataStack, type).values()];
    expect(resources.length).toBeGreaterThan(0);
    for (const resource of resources) {
      expect([resource.DeletionPolicy, resource.UpdateReplacePolicy]).toEqual(['Retain', 'Retain']);
    }
  });

  it('rotates every key but the one that signs, which AWS cannot rotate', () => {
    for (const { Properties } of templates.resources(dataStack, 'AWS::KMS::Key').values()) {
      if (Properties['KeyUsage'] === 'SIGN_VERIFY') {
        expect(Properties).toMatchObject({ KeySpec: 'ECC_NIST_P256', PendingWindowInDays: 30 });
      } else expect(Properties).toMatchObject({ EnableKeyRotation: true, RotationPeriodInDays: 365 });
    }
  });

  it('keeps the models bucket private, encrypted, versioned and logged, and cleans up after uploads', () => {
    const buckets = [...templates.resources(dataStack, 'AWS::S3::Bucket').values()];
    const models = buckets.find(
      ({ Properties }) => Properties['BucketName'] === `mindmate-ml-models-${account}`,
    );
    expect(models?.Properties).toMatchObject({
      VersioningConfiguration: { Status: 'Enabled' },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { BucketKeyEnabled: true, ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } },
        ],
      },
      LoggingConfiguration: { LogFilePrefix: 'mindmate-ml-models/' },
      LifecycleConfiguration: {
        Rules: expect.arrayContaining([
          expect.objectContaining({
            AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
            NoncurrentVersionExpiration: { NoncurrentDays: 90 },
          }),
        ]),
      },
    });
  });

  it('refuses every bucket, queue and topic to those who come without TLS', () => {
    const policies = [
      ...templates.resources(dataStack, 'AWS::S3::BucketPolicy').values(),
      ...templates.resources(dataStack, 'AWS::SNS::TopicPolicy').values(),
    ];
    // Each bucket, the log bucket and the topics.
    expect(policies).toHaveLength(
      Object.keys(catalog.buckets).length + 1 + Object.keys(catalog.topics).length,
    );
    for (const { Properties } of policies) {
      expect(Properties['PolicyDocument']).toMatchObject({
        Statement: expect.arrayContaining([
          expect.objectContaining({
            Effect: 'Deny',
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          }),
        ]),
      });
    }
  });

  it('puts the heads of the audit trail under Object Lock, and nothing else', () => {
    const buckets = [...templates.resources(dataStack, 'AWS::S3::Bucket').values()];
    const locked = buckets.filter(({ Properties }) => Properties['ObjectLockEnabled'] === true);
    expect(locked.map(({ Properties }) => Properties)).toEqual([
      expect.objectContaining({
        BucketName: `mindmate-audit-heads-${account}`,
        ObjectLockConfiguration: {
          ObjectLockEnabled: 'Enabled',
          Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 365 } },
        },
        VersioningConfiguration: { Status: 'Enabled' },
      }),
    ]);
  });

  it('generates the secrets, so that nobody chooses or sees it', () => {
    const secrets = [...templates.resources(dataStack, 'AWS::SecretsManager::Secret').values()];
    expect(secrets.map(({ Properties }) => Properties)).toEqual(
      ['mindmate/sample-id-secret', 'mindmate/tombstone-secret'].map((Name) =>
        expect.objectContaining({
          Name,
          GenerateSecretString: { PasswordLength: 64, ExcludePunctuation: true },
          KmsKeyId: expect.stringContaining('key/DataKey'),
        }),
      ),
    );
  });

  it("refuses the lineage table's items to everyone but the functions that write and erase them", () => {
    const lineage = tables.find(({ Properties }) => Properties['TableName'] === 'MindMate-SampleLineage');
    expect(lineage?.Properties['ResourcePolicy']).toMatchObject({
      PolicyDocument: {
        Statement: [
          {
            Effect: 'Deny',
            Principal: { AWS: '*' },
            Action: expect.arrayContaining(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Scan']),
            Condition: {
              ArnNotEquals: {
                'aws:PrincipalArn': [
                  'mindmate-prepareTrainingData',
                  'mindmate-writeTrainingPart',
                  'wellcast-eraseSubject',
                ].map((name) => `arn:aws:iam::${account}:role/${name}-${region}`),
              },
            },
          },
        ],
      },
    });
  });

  it('tells an e-mail address only when one is set', () => {
    expect(templates.resources(dataStack, 'AWS::SNS::Subscription').size).toBe(0);
    const told = synthesise({ alertEmail: 'on-call@example.org' });
    const [subscription] = told.templates.resources(told.dataStack, 'AWS::SNS::Subscription').values();
    expect(subscription?.Properties).toMatchObject({ Protocol: 'email', Endpoint: 'on-call@example.org' });
  });

  it('creates no app table when one is imported, and leaves the imported one alone', () => {
    const imported = synthesise({ importAppTable: true, tableName: 'TheirTable' });
    const names = [...imported.templates.resources(imported.dataStack, 'AWS::DynamoDB::Table').values()].map(
      ({ Properties }) => Properties['TableName'],
    );
    const { app, ...ours } = imported.catalog.tables;
    expect(app.name).toBe('TheirTable');
    expect(names.toSorted()).toEqual(
      Object.values(ours)
        .map(({ name }) => name)
        .toSorted(),
    );
  });

  it('creates the app table without an index when none is wanted', () => {
    const bare = synthesise({ userIndex: '' });
    const [app] = bare.templates.resources(bare.dataStack, 'AWS::DynamoDB::Table').values();
    expect(app?.Properties).not.toHaveProperty('GlobalSecondaryIndexes');
  });
});
