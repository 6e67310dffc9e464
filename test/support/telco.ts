import { existsSync, readFileSync } from 'node:fs';
import type { TestContext } from 'vitest';

const file = new URL('../../../shared/data/telco/Telco-Customer-Churn.csv', import.meta.url);
const absent = 'needs ../shared/data/telco, 7,043 customers of a telephone company';

/** The CSV as it was published; without it the test is skipped, and says why. */
export const telcoCsv = (context: TestContext): string => {
  if (!existsSync(file)) {
    console.log(`skipped: ${absent}`);
    context.skip(absent);
  }
  return readFileSync(file, 'utf8');
};

const numbers = ['SeniorCitizen', 'tenure', 'MonthlyCharges', 'TotalCharges'];

/** What POST /feature-sets/create takes for these customers: every column but the id, and churn as the target. */
export const telcoFeatureSet = (csv: string) => {
  const [header = ''] = csv.split('\n');
  const names = header
    .trim()
    .split(',')
    .filter((name) => !['customerID', 'Churn'].includes(name));
  return {
    name: 'Telco churn',
    target: 'Churn',
    modelType: 'classification',
    features: names.map((column) => ({
      name: column,
      type: numbers.includes(column) ? 'numerical' : 'categorical',
      source: { table: 'telco', column },
      // Eleven customers of less than a month have no total yet.
      required: column !== 'TotalCharges',
      validation: numbers.includes(column) ? { min: 0 } : {},
    })),
  };
};

/** Impute, encode, scale. */
export const telcoSteps = [
  { step: 'impute', strategy: 'median' },
  { step: 'encode', method: 'one-hot' },
  { step: 'scale', method: 'standard' },
] as const;
