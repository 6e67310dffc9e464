/** The example customer of the training guide, step 4: 46 values in its order. */
export const exampleCustomer: readonly number[] = [
  [2, 4, 8, 0.28, 0.28, 0.28, 4.2, 4.2, 4.2, 0.05, 0.05, 0.05, 1, 2, 4, 0, 1, 2],
  [15, 18, 20, 5, 120, 24, 1800, 1, 0, 2, 3, 6, 12, 5, 10, 20, 0.95, 0.95, 0.95],
  [0.75, 4.3, 2, 3.5, 1, -0.15, -0.2, -2, 5],
].flat();
