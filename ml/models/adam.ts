/** What Adam remembers of one list of parameters. */
export interface AdamMoments {
  /** Steps taken. */
  steps: number;
  /** Running mean of the gradients, one array per parameter. */
  readonly first: readonly Float32Array[];
  /** Running mean of their squares. */
  readonly second: readonly Float32Array[];
}

/**
 * Moments before the first step.
 *
 * @param parameters - whose sizes to copy
 */
export const newMoments = (parameters: readonly Float32Array[]): AdamMoments => ({
  steps: 0,
  first: parameters.map(({ length }) => new Float32Array(length)),
  second: parameters.map(({ length }) => new Float32Array(length)),
});

/**
 * One step of Adam, in place, with β₁ = 0.9, β₂ = 0.999, ε = 1e−7. Kingma & Ba 2015, algorithm 1.
 *
 * Not tfjs's own: that one cannot be saved and read back to the same bits, which resuming needs, and its hundred
 * small operations took half of the training time.
 *
 * @param parameters - changed in place
 * @param gradients - of the same shapes
 * @param options - learning rate, > 0, and the moments, which are changed in place
 */
export const adamStep = (
  parameters: readonly Float32Array[],
  gradients: readonly ArrayLike<number>[],
  options: { readonly learningRate: number; readonly moments: AdamMoments },
): void => {
  const { learningRate, moments } = options;
  moments.steps += 1;
  const firstBias = 1 - 0.9 ** moments.steps;
  const secondBias = 1 - 0.999 ** moments.steps;
  parameters.forEach((parameter, index) => {
    const gradient = gradients[index] as ArrayLike<number>;
    const first = moments.first[index] as Float32Array;
    const second = moments.second[index] as Float32Array;
    for (let i = 0; i < parameter.length; i += 1) {
      const slope = gradient[i] as number;
      first[i] = 0.9 * (first[i] as number) + 0.1 * slope;
      second[i] = 0.999 * (second[i] as number) + 0.001 * slope * slope;
      const change =
        (first[i] as number) / firstBias / (Math.sqrt((second[i] as number) / secondBias) + 1e-7);
      parameter[i] = (parameter[i] as number) - learningRate * change;
    }
  });
};
