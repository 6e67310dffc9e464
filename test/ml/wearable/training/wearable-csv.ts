import { csvLine, wearableCsvHeader } from '../../../../ml/synthetic/wearable/csv-line.ts';
import { generateWearable } from '../../../../ml/synthetic/wearable/generate-wearable.ts';

/** What the watches of made-up people record, as the file that a training reads. */
export const wearableCsv = (samples: number, seed: number): string =>
  `${[wearableCsvHeader, ...Array.from(generateWearable({ samples, seed, people: 5 }), csvLine)].join('\n')}\n`;

/** A network that trains in a second or two, as hyper-parameters. */
export const tinyHyperparameters = {
  algorithm: 'lstm-autoencoder',
  units: '8',
  encoding_dim: '4',
  sequence_length: '12',
  stride: '6',
  epochs: '4',
  seed: '2',
  bootstrap_resamples: '20',
} as const;
