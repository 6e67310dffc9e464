import type { Stack } from 'aws-cdk-lib';
import type { FunctionId, FunctionStackId } from '../catalog-ids.ts';
import type { Catalog } from '../catalog-shapes.ts';
import type { Config } from '../config.ts';
import { CatalogFunction } from './catalog-function.ts';
import type { CatalogResources } from './catalog-resources.ts';
import { pascalCase } from './pascal-case.ts';

export interface CatalogFunctionsProps {
  readonly stack: FunctionStackId;
  readonly catalog: Catalog;
  readonly resources: CatalogResources;
  readonly config: Config;
}

/** The functions that one stack holds, by their id in the catalogue. */
export type FunctionsOfStack = ReadonlyMap<FunctionId, CatalogFunction>;

const isFunctionId = (id: string, catalog: Catalog): id is FunctionId => id in catalog.functions;

/**
 * Makes every function that the catalogue puts into a stack.
 *
 * @param scope - the stack; each function's construct id is its own in the catalogue, in Pascal case
 */
export const makeCatalogFunctions = (scope: Stack, props: CatalogFunctionsProps): FunctionsOfStack => {
  const { catalog, resources, config } = props;
  const ids = Object.keys(catalog.functions)
    .filter((id) => isFunctionId(id, catalog))
    .filter((id) => catalog.functions[id].stack === props.stack);
  return new Map(
    ids.map((id) => [
      id,
      new CatalogFunction(scope, pascalCase(id), { spec: catalog.functions[id], resources, config }),
    ]),
  );
};
