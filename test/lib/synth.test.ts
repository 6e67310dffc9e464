import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { makeCatalog } from '../../lib/catalog.ts';
import { Config } from '../../lib/config.ts';
import { addValidations } from '../../lib/stacks/add-validations.ts';
import { makeStacks } from '../../lib/stacks/make-stacks.ts';
import { cdkContext } from './support/synthesise.ts';

const Report = z.object({
  pluginReports: z.array(
    z.looseObject({
      pluginName: z.string(),
      violations: z.array(z.looseObject({ ruleName: z.string() })),
      suppressedViolations: z.array(z.looseObject({ ruleName: z.string() })).optional(),
    }),
  ),
});

const dockerignore = readFileSync(path.resolve(import.meta.dirname, '../../.dockerignore'), 'utf8').split(
  '\n',
);

const folders: string[] = [];
const temporaryFolder = () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'wellcast-judged-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Synthesises and gives what the rule packs found, warnings included; `plant` may add to the app first. */
const judge = (
  settings: z.input<typeof Config>,
  options: { bundle?: boolean; plant?: (app: App) => void } = {},
) => {
  const outdir = temporaryFolder();
  const app = new App({
    outdir,
    analyticsReporting: false,
    context: { ...cdkContext, ...(options.bundle === true ? {} : { 'aws:cdk:bundling-stacks': [] }) },
  });
  makeStacks(app, Config.parse(settings));
  options.plant?.(app);
  addValidations(app);
  let refused = false;
  const silenced = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  try {
    app.synth();
  } catch {
    refused = true;
  } finally {
    silenced.mockRestore();
  }
  const report = Report.parse(JSON.parse(readFileSync(path.join(outdir, 'validation-report.json'), 'utf8')));
  const findings = report.pluginReports.flatMap(({ pluginName, violations }) =>
    violations.map(({ ruleName }) => `${pluginName}: ${ruleName}`),
  );
  return { outdir, refused, findings };
};

const plantViolations = (app: App): void => {
  const stack = new Stack(app, 'planted');
  new Bucket(stack, 'Public', {
    publicReadAccess: true,
    blockPublicAccess: {
      blockPublicAcls: false,
      blockPublicPolicy: false,
      ignorePublicAcls: false,
      restrictPublicBuckets: false,
    },
  });
  new CfnFunction(stack, 'Function', {
    code: { zipFile: 'export const handler = () => 1;' },
    handler: 'index.handler',
    runtime: 'nodejs24.x',
    role: 'arn:aws:iam::111122223333:role/planted',
    memorySize: 1,
  });
};

/** Bundling starts esbuild once per function, which takes its time where others work too. */
const timeoutMs = 180_000;

describe('a full synthesis', () => {
  let result: ReturnType<typeof judge>;
  beforeAll(() => {
    result = judge({ dashboardUrl: 'https://d111111abcdef8.cloudfront.net' }, { bundle: true });
  }, timeoutMs);

  it('has no finding of AwsSolutions, HIPAA Security, Serverless or CloudFormation', () => {
    expect(result.findings).toEqual([]);
    expect(result.refused).toBe(false);
  });

  it('bundles every function of the catalogue to one ES module', () => {
    const bundles = readdirSync(result.outdir)
      .filter((name) => name.startsWith('asset.'))
      .map((name) => readdirSync(path.join(result.outdir, name)))
      .filter((files) => files.includes('index.mjs'));
    // Functions with the same code share an asset, so at most as many as functions; here all differ.
    expect(bundles).toHaveLength(Object.keys(makeCatalog(Config.parse({})).functions).length);
    for (const files of bundles) expect(files.toSorted()).toEqual(['index.mjs', 'index.mjs.map']);
  });

  it('stages for the training image only what it is built from', () => {
    const [image] = readdirSync(result.outdir)
      .filter((name) => name.startsWith('asset.'))
      .map((name) => readdirSync(path.join(result.outdir, name)))
      .filter((files) => files.includes('ml'));
    expect(image).toBeDefined();
    const unexpected = image?.filter(
      (name) => name !== '.dockerignore' && !dockerignore.includes(`!${name}`),
    );
    expect(unexpected).toEqual([]);
  });
});

describe('the rule packs', () => {
  it(
    'have no finding whatever the settings',
    () => {
      const all = judge({
        prefix: 'acme',
        importAppTable: true,
        importedTableKeyArn: 'arn:aws:kms:eu-central-1:111122223333:key/theirs',
        userIndex: '',
        sentimentProvider: 'comprehend',
        reservedConcurrency: 5,
        provisionedConcurrency: 2,
        jwtIssuer: 'https://id.example.org/',
        jwtAudience: ['app'],
        edgeOriginRegion: 'eu-central-1',
        dashboardOriginRegion: 'eu-central-1',
        alertEmail: 'on-call@example.org',
        monthlyBudgetUsd: 50,
      });
      expect(all.findings).toEqual([]);
    },
    timeoutMs,
  );

  describe('with violations planted among our stacks', () => {
    let planted: ReturnType<typeof judge>;
    beforeAll(() => {
      planted = judge({}, { plant: plantViolations });
    }, timeoutMs);

    it('refuse the synthesis', () => {
      expect(planted.refused).toBe(true);
    });

    it.each([
      ['AwsSolutions', 'AwsSolutions-S1', 'a public bucket that nobody logs'],
      ['HIPAA.Security', 'HIPAA.Security-S3BucketLoggingEnabled', 'the same bucket'],
      ['Serverless', 'Serverless-LambdaDLQ', 'a function without a dead-letter queue'],
      ['CloudFormation Validate', 'F3034', 'memory below what Lambda gives'],
    ])('name what %s knows as %s: %s', (pack, rule) => {
      expect(planted.findings).toContain(`${pack}: ${rule}`);
    });
  });
});
