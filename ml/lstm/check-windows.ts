/**
 * Refuses a batch whose size is not what it says.
 *
 * @param shape - steps and features of a window
 * @param windows - row-major, shape [batch, steps, features]
 * @throws {RangeError} when `windows` holds another number of values
 */
export const checkWindows = (
  { steps, features }: { readonly steps: number; readonly features: number },
  windows: Float32Array,
  batch: number,
): void => {
  if (Number.isSafeInteger(batch) && batch >= 0 && windows.length === batch * steps * features) return;
  throw new RangeError(
    `A batch of ${batch} windows of ${steps} steps × ${features} features is ${batch * steps * features} values, got ${windows.length}`,
  );
};
