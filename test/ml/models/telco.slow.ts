import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { crossValidate } from '../../../ml/models/cross-validate.ts';
import { NetworkOptions } from '../../../ml/models/network-options.ts';
import { encodeTable } from '../../../ml/preprocessing/encode-table.ts';
import { featureTableBuilder } from '../../../ml/preprocessing/feature-table-builder.ts';

const file = new URL('../../../../shared/data/telco/Telco-Customer-Churn.csv', import.meta.url);
const absent = 'the telco data is not at ../shared/data';

it('ranks telco customers no worse than logistic regression by .003, and at ≥ .840', async (context) => {
  if (!existsSync(file)) {
    console.log(`skipped: ${absent}`);
    context.skip(absent);
  }
  const [header = [], ...rows] = parse(readFileSync(file));
  const encoded = encodeTable(
    { header, rows },
    { labelColumn: 'Churn', positiveClass: 'Yes', idColumn: 'customerID' },
  );
  const builder = featureTableBuilder({ labelColumn: 'Churn', idColumn: 'customerID' });
  builder.startFile(encoded.header, 'telco');
  encoded.rows.forEach((cells, row) => {
    builder.addRow(cells, row + 2);
  });
  const result = await crossValidate(builder.finish(), {
    folds: 5,
    seeds: [1, 2, 3],
    network: NetworkOptions.parse({}),
  });
  console.log(JSON.stringify(result, null, 2));
  // The README of the data gives .845 for logistic regression.
  expect(result.logisticRegressionAuc).toBeCloseTo(0.845, 2);
  expect(result.networkAuc).toBeGreaterThanOrEqual(0.84);
  expect(result.networkAuc).toBeGreaterThanOrEqual(result.logisticRegressionAuc - 0.003);
});
