import type { Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Catalog } from '../catalog-shapes.ts';
import type { FunctionsOfStack } from './catalog-functions.ts';
import type { DataResources } from './catalog-resources.ts';
import { CatalogRule } from './catalog-rule.ts';
import { CatalogSchedule } from './catalog-schedule.ts';
import { pascalCase } from './pascal-case.ts';

export interface CatalogTriggersProps {
  readonly catalog: Catalog;
  readonly functions: FunctionsOfStack;
  readonly buckets: DataResources['buckets'];
  /** Encrypts what could not be delivered. */
  readonly key: IKey;
}

/**
 * Makes the catalogue's rules and schedules whose targets a stack holds.
 *
 * @param scope - the stack; at most one rule and one schedule for each function
 */
export const makeCatalogTriggers = (scope: Stack, props: CatalogTriggersProps): void => {
  const { catalog, functions, buckets, key } = props;
  for (const spec of catalog.rules) {
    const target = functions.get(spec.target)?.function;
    if (target !== undefined) {
      const bucketName = spec.bucket === undefined ? {} : { bucketName: buckets[spec.bucket].bucketName };
      new CatalogRule(scope, `${pascalCase(spec.target)}Rule`, { spec, target, key, ...bucketName });
    }
  }
  for (const spec of catalog.schedules.filter(({ viaQueue }) => viaQueue === undefined)) {
    const target = functions.get(spec.target)?.function;
    if (target !== undefined) {
      new CatalogSchedule(scope, `${pascalCase(spec.target)}Schedule`, { spec, target, key });
    }
  }
};
