import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { kerasMultiTaskFile } from '../../../ml/export/keras-multi-task-file.ts';
import { headOutputs, prepareNetwork } from '../../../ml/models/customer-health/forward-network.ts';
import { randomHealthNetwork } from '../../support/random-health-network.ts';

// How it was made: test/fixtures/customer-health/make-fixture.py, with Keras 3.15.1.
const fixture = z
  .object({ sha256: z.string(), outputs: z.record(z.string(), z.array(z.number())) })
  .parse(
    JSON.parse(readFileSync(new URL('../../fixtures/customer-health/keras.json', import.meta.url), 'utf8')),
  );

describe('a multi-task network as .h5', () => {
  it('is byte for byte the file that Keras has read', async () => {
    const file = await kerasMultiTaskFile(randomHealthNetwork([7, 5, 4], 1));
    expect(createHash('sha256').update(file).digest('hex')).toBe(fixture.sha256);
  });

  it('gives in Keras, by the name of the task, what it gives here, to 1e-6', () => {
    const network = prepareNetwork(randomHealthNetwork([7, 5, 4], 1));
    const x = Float64Array.from({ length: 3 * 59 }, (_, cell) => Math.sin(cell));
    for (let row = 0; row < 3; row += 1) {
      const outputs = headOutputs(network, x.subarray(row * 59, (row + 1) * 59));
      network.heads.forEach(({ name }, head) => {
        const keras = fixture.outputs[name]![row]!;
        expect(Math.abs(outputs[head]! - keras) / Math.max(1, Math.abs(keras)), name).toBeLessThan(1e-6);
      });
    }
  });
});
