/**
 * `npm run bench`: the figures of the README, measured here and now.
 *
 *   npm run bench                      everything
 *   npm run bench -- --users 100,1000  other sizes
 *
 * Machines are noisy: read the ratios, not the seconds.
 */
import { parseArgs } from 'node:util';
import { benchEngines } from './engines.ts';
import { benchFeatures } from './features.ts';
import { benchNarratives } from './narratives.ts';
import { benchPreparation } from './preparation.ts';
import { benchWearableSync } from './wearable-sync.ts';

const { values } = parseArgs({ options: { users: { type: 'string', default: '100,1000,5000' } } });

benchFeatures();
await benchEngines();
await benchWearableSync();
benchNarratives();
await benchPreparation(values.users.split(',').map(Number));
