/**
 * `npm run bench`: the figures of the README, measured here and now.
 *
 *   npm run bench                      everything
 *   npm run bench -- --users 100,1000  other sizes
 *   npm run bench -- --fan-out-users 5000  other sizes of the training pipeline
 *
 * Machines are noisy: read the ratios, not the seconds.
 */
import { parseArgs } from 'node:util';
import { benchEngines } from './engines.ts';
import { benchFanOut } from './fan-out.ts';
import { benchFeatures } from './features.ts';
import { benchNarratives } from './narratives.ts';
import { benchPreparation } from './preparation.ts';
import { benchWearableSync } from './wearable-sync.ts';

const { values } = parseArgs({
  options: {
    users: { type: 'string', default: '100,1000,5000' },
    'fan-out-users': { type: 'string', default: '5000,10000,20000' },
  },
});

benchFeatures();
await benchEngines();
await benchWearableSync();
benchNarratives();
await benchPreparation(values.users.split(',').map(Number));
benchFanOut(values['fan-out-users'].split(',').map(Number));
