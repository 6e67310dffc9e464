/** Share of the first epoch over which the rate rises, so that Adam knows its gradients before it strides. */
const warmUpEpochs = 1;
const leastShare = 0.01;

/**
 * The learning rate at a time: it rises to its full over the first epoch, and falls by half a cosine to a hundredth
 * at the last. Loshchilov & Hutter 2017.
 *
 * @param options - full rate, and the number of epochs planned
 * @param time - epochs passed, 0 … epochs
 * @example
 * learningRateAt({ learningRate: 0.001, epochs: 50 }, 0.5) // => 0.0005
 */
export const learningRateAt = (
  { learningRate, epochs }: { readonly learningRate: number; readonly epochs: number },
  time: number,
): number => {
  if (time < warmUpEpochs) return (learningRate * time) / warmUpEpochs;
  const passed = (time - warmUpEpochs) / Math.max(1, epochs - warmUpEpochs);
  const share = (1 + Math.cos(Math.PI * Math.min(1, passed))) / 2;
  return learningRate * (leastShare + (1 - leastShare) * share);
};
