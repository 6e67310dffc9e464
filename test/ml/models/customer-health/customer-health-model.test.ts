import '@tensorflow/tfjs-backend-cpu';
import { io, setBackend, type Tensor, tensor2d } from '@tensorflow/tfjs-core';
import { loadLayersModel } from '@tensorflow/tfjs-layers';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { encodeCustomer } from '../../../../ml/features/customer/encode-customer.ts';
import { churnContributions, reasons } from '../../../../ml/models/customer-health/churn-reasons.ts';
import { loadCustomerHealthModel } from '../../../../ml/models/customer-health/customer-health-model.ts';
import {
  headLogits,
  headOutputs,
  prepareNetwork,
} from '../../../../ml/models/customer-health/forward-network.ts';
import { normalizeInputs } from '../../../../ml/models/customer-health/health-params.ts';
import type { MultiTaskNetwork } from '../../../../ml/models/customer-health/multi-task-network.ts';
import { networkArtifacts } from '../../../../ml/models/customer-health/network-artifacts.ts';
import { readMultiTaskNetwork } from '../../../../ml/models/customer-health/read-multi-task-network.ts';
import { scoreCustomers } from '../../../../ml/models/customer-health/score-customers.ts';
import { askedOf, customerRows, trainedHealthModel } from '../../../support/customer-health-model.ts';
import { randomHealthNetwork } from '../../../support/random-health-network.ts';

const rows = customerRows(60, 3);
const { model, files, network } = trainedHealthModel();

const saved = () => ({
  modelJson: Buffer.from(files.get('model.json')!).toString('utf8'),
  weights: files.get('weights.bin')!,
  normalizationParams: Buffer.from(files.get('normalization_params.json')!).toString('utf8'),
});

const tfjsOutputs = async (net: MultiTaskNetwork, x: Float64Array): Promise<number[][]> => {
  const { modelJson, weights } = networkArtifacts(net);
  const { modelTopology, weightsManifest } = JSON.parse(modelJson);
  const layers = await loadLayersModel(
    io.fromMemory({
      modelTopology,
      weightSpecs: weightsManifest[0].weights,
      weightData: weights.slice().buffer,
    }),
  );
  const outputs = layers.predict(tensor2d(Float32Array.from(x), [x.length / net.features, net.features]));
  layers.dispose();
  return (outputs as Tensor[]).map((output) => [...output.dataSync()]);
};

describe('a saved network', () => {
  beforeAll(async () => {
    await setBackend('cpu');
  });

  it('gives what stock tfjs gives from the same files, to 1e-6', async () => {
    const net = randomHealthNetwork([128, 64, 32], 1);
    const inputs = rows.map((row) => encodeCustomer(askedOf(row)));
    const x = normalizeInputs(Float64Array.from(inputs.flatMap((row) => [...row])), model.params);
    const prepared = prepareNetwork(net);
    const expected = await tfjsOutputs(net, x);
    rows.forEach((_, row) => {
      const plain = headOutputs(prepared, x.subarray(row * net.features, (row + 1) * net.features));
      plain.forEach((output, head) => {
        const tfjs = expected[head]![row]!;
        expect(Math.abs(output - tfjs) / Math.max(1, Math.abs(tfjs))).toBeLessThan(1e-6);
      });
    });
  });

  it('is read back as it was written, whatever its widths', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
        fc.nat(99),
        (widths, seed) => {
          const net = randomHealthNetwork(widths, seed);
          expect(readMultiTaskNetwork(networkArtifacts(net))).toEqual(net);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('is refused when it is torn at any byte', () => {
    const { modelJson, weights } = networkArtifacts(randomHealthNetwork([4, 3], 1));
    for (const length of [0, 1, weights.length - 1]) {
      expect(() => readMultiTaskNetwork({ modelJson, weights: weights.slice(0, length) })).toThrow(
        /weights are/,
      );
    }
    fc.assert(
      fc.property(fc.nat(modelJson.length - 3), (length) => {
        expect(() => readMultiTaskNetwork({ modelJson: modelJson.slice(0, length), weights })).toThrow(
          expect.objectContaining({ code: 'invalid-model' }),
        );
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['another activation', '"relu"', '"linear"'],
    ['layers in another order', '"inbound_nodes":[[["shared_1_norm"', '"inbound_nodes":[[["shared_1"'],
    ['renamed weights', 'shared_1_norm/gamma', 'shared_1_norm/beta'],
    ['another epsilon', '"epsilon":0.001', '"epsilon":0.1'],
  ])('is refused with %s', (_, from, to) => {
    const { modelJson, weights } = networkArtifacts(randomHealthNetwork([4, 3], 1));
    expect(modelJson).toContain(from);
    expect(() => readMultiTaskNetwork({ modelJson: modelJson.replace(from, to), weights })).toThrow(
      expect.objectContaining({ code: 'invalid-model' }),
    );
  });
});

describe('a saved model', () => {
  it('predicts the same once it is loaded', () => {
    expect(scoreCustomers(loadCustomerHealthModel(saved()), rows.map(askedOf))).toEqual(
      scoreCustomers(model, rows.map(askedOf)),
    );
  });

  it.each([
    ['of another schema version', '"schemaVersion":2', '"schemaVersion":1', 'unsupported-version'],
    ['of another model', '"customer-health"', '"tabular"', 'unsupported-version'],
    ['of other features', '"featureSchemaVersion":1', '"featureSchemaVersion":0', 'unsupported-version'],
    ['that is torn', '"std":[', '"std":', 'invalid-model'],
  ])('is refused with a normalisation %s', (_, from, to, code) => {
    const { normalizationParams, ...rest } = saved();
    const broken = { ...rest, normalizationParams: normalizationParams.replace(from, to) };
    expect(broken.normalizationParams).not.toBe(normalizationParams);
    expect(() => loadCustomerHealthModel(broken)).toThrow(expect.objectContaining({ code }));
  });

  it('is refused where a head is missing', () => {
    const { modelJson, weights } = networkArtifacts({ ...network, heads: network.heads.slice(1) });
    expect(() => loadCustomerHealthModel({ ...saved(), modelJson, weights })).toThrow(
      /first_session_success/,
    );
  });

  it('finds the customers who are about to leave', () => {
    const risks = scoreCustomers(model, rows.map(askedOf)).map(({ churnRisk30d }) => churnRisk30d);
    const gone = rows.map((row) => Number(row['label_churn_risk_30d']) >= 0.5);
    const mean = (of: boolean) => {
      const those = risks.filter((_, row) => gone[row] === of);
      return those.reduce((sum, risk) => sum + risk, 0) / those.length;
    };
    expect(mean(true)).toBeGreaterThan(mean(false) + 0.5);
  });

  it('names the columns of a customer that do not fit', () => {
    const { total_spend: _, ...rest } = askedOf(rows[0]!);
    expect(() => scoreCustomers(model, [{ ...rest, avg_rating_7d: 9 }])).toThrow(
      /avg_rating_7d.*total_spend/s,
    );
  });
});

describe('reasons', () => {
  const logit = (x: Float64Array) => headLogits(model.network, x)[3]!;
  const normalized = (row: number) => normalizeInputs(encodeCustomer(askedOf(rows[row]!)), model.params);

  it('add up to how far the customer is from the mean one, in log-odds', () => {
    rows.slice(0, 20).forEach((row, index) => {
      const sum = churnContributions(model, askedOf(row)).reduce((all, one) => all + one.contribution, 0);
      const x = normalized(index);
      expect(sum).toBeCloseTo(logit(x) - logit(x.map(() => 0)), 8);
    });
  });

  it('of a bent network add up as well', () => {
    const bent = { ...model, network: prepareNetwork(randomHealthNetwork([16, 8], 2)) };
    rows.slice(0, 20).forEach((row, index) => {
      const x = normalized(index);
      const difference =
        headLogits(bent.network, x)[3]! -
        headLogits(
          bent.network,
          x.map(() => 0),
        )[3]!;
      const sum = churnContributions(bent, askedOf(row)).reduce((all, one) => all + one.contribution, 0);
      expect(sum).toBeCloseTo(difference, 8);
    });
  });

  it('are three, the strongest first, and say which way they push', () => {
    const three = reasons(model, askedOf(rows[0]!));
    expect(three).toHaveLength(3);
    const sizes = three.map(({ contribution }) => Math.abs(contribution));
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    for (const { direction, contribution } of three) {
      expect(direction).toBe(contribution > 0 ? 'raises' : 'lowers');
    }
  });
});
