import type { SampleRow } from './dataset-row.ts';
import { InvalidRowError } from './invalid-row-error.ts';

/**
 * The header of a dataset in CSV: the sample, the features, the label (RFC 4180, lines ended by \n).
 *
 * @param featureNames - column names, in order
 * @example
 * csvHeader(['mood_mean_7day', 'mood_std_7day']) // => 'sample_id,mood_mean_7day,mood_std_7day,label\n'
 */
export const csvHeader = (featureNames: readonly string[]): string =>
  `${['sample_id', ...featureNames, 'label'].map(csvField).join(',')}\n`;

/**
 * One row in CSV. Numbers have the fewest digits that read back as the same double.
 *
 * @throws {InvalidRowError} when a feature is NaN or infinite
 * @example
 * csvLine({ sampleId: 'sample_000001', features: [0.1, -0, 1e-7, 3], label: 1 }) // => 'sample_000001,0.1,0,1e-7,3,1\n'
 */
export const csvLine = (row: SampleRow): string => {
  let line = row.sampleId;
  for (let position = 0; position < row.features.length; position += 1) {
    line += `,${finiteFeature(row, position)}`;
  }
  return `${line},${row.label}\n`;
};

/**
 * The same row as one line of JSON, with the column names of the CSV.
 *
 * @throws {InvalidRowError} when a feature is NaN or infinite, or there are more or fewer than names
 * @example
 * jsonLine({ sampleId: 'sample_000001', features: [0.1, -0], label: 1 }, ['a', 'b']) // => '{"sample_id":"sample_000001","a":0.1,"b":0,"label":1}\n'
 */
export const jsonLine = (row: SampleRow, featureNames: readonly string[]): string => {
  if (row.features.length !== featureNames.length) {
    throw new InvalidRowError(
      `A row has ${row.features.length} features where the schema names ${featureNames.length}; extract them ` +
        'with the same schema.',
      { features: row.features.length, names: featureNames.length },
    );
  }
  const columns = featureNames.map((name, position) => [name, finiteFeature(row, position)] as const);
  return `${JSON.stringify({ sample_id: row.sampleId, ...Object.fromEntries(columns), label: row.label })}\n`;
};

const finiteFeature = (row: SampleRow, position: number): number => {
  const value = row.features[position];
  if (value !== undefined && Number.isFinite(value)) return value === 0 ? 0 : value;
  throw new InvalidRowError(
    `Feature ${position + 1} of ${row.features.length} is ${value}; a dataset holds finite numbers only, so the ` +
      'extraction has to give a number for it or leave the row out.',
    { position },
  );
};

const csvField = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
