import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { App } from 'aws-cdk-lib';
import * as z from 'zod';
import { makeCatalog } from '../../../lib/catalog.ts';
import type { Catalog } from '../../../lib/catalog-shapes.ts';
import { Config } from '../../../lib/config.ts';
import { makeStacks } from '../../../lib/stacks/make-stacks.ts';
import { ResolvedTemplates, StackTemplate } from './resolved-templates.ts';

const CdkJson = z.object({ context: z.record(z.string(), z.unknown()) });

/** The context every real synthesis gets from cdk.json. */
export const cdkContext = CdkJson.parse(
  JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../../cdk.json'), 'utf8')),
).context;

export interface Synthesis {
  readonly config: Config;
  readonly catalog: Catalog;
  readonly templates: ResolvedTemplates;
  readonly dataStack: string;
  readonly trainingStack: string;
  readonly wearablesStack: string;
  readonly narrativesStack: string;
  readonly preparationStack: string;
  readonly customersStack: string;
  /** Every stack that holds functions. */
  readonly functionStacks: readonly string[];
  readonly observabilityStack: string;
}

const done = new Map<string, Synthesis>();

/**
 * The templates of one deployment. Handlers are not bundled, by CDK's own context, and nothing judges the result;
 * both are done once, in synth.test.ts.
 */
export const synthesise = (settings: z.input<typeof Config> = {}): Synthesis => {
  const key = JSON.stringify(settings);
  const known = done.get(key);
  if (known !== undefined) return known;
  const outdir = mkdtempSync(path.join(tmpdir(), 'wellcast-synth-'));
  try {
    const config = Config.parse(settings);
    const app = new App({
      outdir,
      analyticsReporting: false,
      builtinCloudFormationValidation: false,
      context: { ...cdkContext, 'aws:cdk:bundling-stacks': [] },
    });
    makeStacks(app, config);
    const stacks = app
      .synth()
      .stacks.map((stack) => [stack.stackName, StackTemplate.parse(stack.template)] as const);
    const catalog = makeCatalog(config);
    const stackIds = new Set(Object.values(catalog.functions).map(({ stack }) => stack));
    const synthesis: Synthesis = {
      config,
      catalog,
      templates: new ResolvedTemplates(new Map(stacks)),
      dataStack: `${config.prefix}-data`,
      trainingStack: `${config.prefix}-training`,
      wearablesStack: `${config.prefix}-wearables`,
      narrativesStack: `${config.prefix}-narratives`,
      preparationStack: `${config.prefix}-preparation`,
      customersStack: `${config.prefix}-customers`,
      functionStacks: [...stackIds].map((id) => `${config.prefix}-${id}`),
      observabilityStack: `${config.prefix}-observability`,
    };
    done.set(key, synthesis);
    return synthesis;
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
};
