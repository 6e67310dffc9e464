import { choleskySolve } from './cholesky-solve.ts';

export interface LogisticRegression {
  /** Log-odds per unit of each column, shape [width]. */
  readonly coefficients: Float64Array;
  /** Log-odds where all columns are 0. */
  readonly intercept: number;
}

export interface WeightedRows {
  /** Row by row, shape [n × width], finite, standardised so that one penalty suits all columns. */
  readonly values: Float64Array;
  /** 0 or 1, or a probability in between, shape [n]. */
  readonly labels: ArrayLike<number>;
  /** ≥ 0, shape [n]. */
  readonly weights: ArrayLike<number>;
}

const mostSteps = 100;

/** log(1 + e^z) without overflow. */
const softplus = (z: number): number => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));

/**
 * Log-odds of each row.
 *
 * @param values - shape [n × width]
 * @returns shape [n]
 * @example
 * Array.from(linearLogits({ coefficients: new Float64Array([2]), intercept: 1 }, new Float64Array([0, 3]))) // => [1, 7]
 */
export const linearLogits = (
  { coefficients, intercept }: LogisticRegression,
  values: Float64Array,
): Float64Array => {
  const width = coefficients.length;
  const logits = new Float64Array(values.length / width);
  for (let row = 0; row < logits.length; row += 1) {
    let logit = intercept;
    for (let column = 0; column < width; column += 1) {
      logit += (coefficients[column] as number) * (values[row * width + column] as number);
    }
    logits[row] = logit;
  }
  return logits;
};

const penalisedLoss = (model: LogisticRegression, rows: WeightedRows, l2: number): number => {
  let loss = 0;
  linearLogits(model, rows.values).forEach((logit, row) => {
    loss += (rows.weights[row] as number) * (softplus(logit) - (rows.labels[row] as number) * logit);
  });
  for (const coefficient of model.coefficients) loss += (l2 / 2) * coefficient * coefficient;
  return loss;
};

/** Gradient and Hessian of the penalised loss; the intercept is the last entry. */
const curvature = (model: LogisticRegression, rows: WeightedRows, l2: number) => {
  const width = model.coefficients.length;
  const size = width + 1;
  const gradient = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  const cells = new Float64Array(size).fill(1);
  linearLogits(model, rows.values).forEach((logit, row) => {
    const probability = 1 / (1 + Math.exp(-logit));
    const weight = rows.weights[row] as number;
    const slope = weight * (probability - (rows.labels[row] as number));
    const bend = weight * probability * (1 - probability);
    cells.set(rows.values.subarray(row * width, (row + 1) * width));
    for (let i = 0; i < size; i += 1) {
      const cell = cells[i] as number;
      gradient[i] = (gradient[i] as number) + slope * cell;
      for (let j = 0; j <= i; j += 1) {
        const index = i * size + j;
        hessian[index] = (hessian[index] as number) + bend * cell * (cells[j] as number);
      }
    }
  });
  for (let i = 0; i < width; i += 1) {
    gradient[i] = (gradient[i] as number) + l2 * (model.coefficients[i] as number);
    hessian[i * size + i] = (hessian[i * size + i] as number) + l2;
  }
  // Keeps the matrix definite where every probability has reached 0 or 1.
  hessian[size * size - 1] = (hessian[size * size - 1] as number) + 1e-12;
  return { gradient, hessian };
};

/**
 * Logistic regression with an L2 penalty on the coefficients, not on the intercept: minimises the weighted log
 * loss + l2/2 · ‖coefficients‖², by Newton's method with step halving. Deterministic. O(n · width²) a step.
 *
 * The same as scikit-learn's `LogisticRegression(C = 1 / l2)`. McCullagh & Nelder 1989, chapter 4.
 *
 * @param rows - values, labels and weights; both labels should have weight
 * @param width - number of columns, ≥ 1
 * @param l2 - strength of the penalty, > 0
 */
export const fitLogisticRegression = (rows: WeightedRows, width: number, l2: number): LogisticRegression => {
  let model: LogisticRegression = { coefficients: new Float64Array(width), intercept: 0 };
  let loss = penalisedLoss(model, rows, l2);
  for (let step = 0; step < mostSteps; step += 1) {
    const { gradient, hessian } = curvature(model, rows, l2);
    if (gradient.every((slope) => Math.abs(slope) < 1e-9)) return model;
    const direction = choleskySolve(hessian, gradient);
    const towards = (length: number): LogisticRegression => ({
      coefficients: model.coefficients.map((value, i) => value - length * (direction[i] as number)),
      intercept: model.intercept - length * (direction[width] as number),
    });
    let length = 1;
    let candidate = towards(length);
    let candidateLoss = penalisedLoss(candidate, rows, l2);
    while (!(candidateLoss <= loss) && length > 1e-10) {
      length /= 2;
      candidate = towards(length);
      candidateLoss = penalisedLoss(candidate, rows, l2);
    }
    if (!(candidateLoss <= loss)) return model;
    model = candidate;
    loss = candidateLoss;
  }
  return model;
};
