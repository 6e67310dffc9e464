import { customerInputNames } from '../../ml/features/customer/customer-columns.ts';
import { customerTasks } from '../../ml/models/customer-health/customer-tasks.ts';
import type { MultiTaskNetwork } from '../../ml/models/customer-health/multi-task-network.ts';
import { seededRandom } from '../../ml/random/seeded-random.ts';

/** A network that learnt nothing, of any widths, with batch normalisation that does something. */
export const randomHealthNetwork = (widths: readonly number[], seed: number): MultiTaskNetwork => {
  const random = seededRandom(seed);
  const normals = (length: number, spread: number, mean = 0) =>
    Float32Array.from({ length }, () => mean + spread * random.normal());
  let inputs = customerInputNames.length;
  const shared = widths.map((units, layer) => {
    const kernel = normals(inputs * units, Math.sqrt(2 / inputs));
    inputs = units;
    const norm = {
      gamma: normals(units, 0.2, 1),
      beta: normals(units, 0.2),
      movingMean: normals(units, 0.5),
      movingVariance: normals(units, 0.3).map((value) => 0.2 + Math.abs(value)),
    };
    const isLast = layer === widths.length - 1;
    return {
      units,
      kernel,
      bias: normals(units, 0.1),
      norm: isLast ? undefined : norm,
      dropout: isLast ? 0 : 0.3,
    };
  });
  const heads = customerTasks.map(({ name, activation }) => ({
    name,
    activation,
    kernel: normals(inputs, Math.sqrt(1 / inputs)),
    bias: normals(1, 0.1),
  }));
  return { features: customerInputNames.length, shared, heads };
};
