import { makeCatalog } from '../../lib/catalog.ts';
import type { Catalog } from '../../lib/catalog-shapes.ts';
import { Config } from '../../lib/config.ts';

/** The catalogue with a function in the model's place that foresees a customer's leaving from their silence alone. */
export const catalogPredictingBySilence = (): Catalog => {
  const catalog = makeCatalog(Config.parse({}));
  const { predictCustomerHealth: predict } = catalog.functions;
  const predictCustomerHealth = { ...predict, entry: 'test/local/handlers/predict-by-silence.ts' };
  return { ...catalog, functions: { ...catalog.functions, predictCustomerHealth } };
};
