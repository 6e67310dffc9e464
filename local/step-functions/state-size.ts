import { StateError } from './state-error.ts';

/** The most that a state may be given or give on. */
const limitBytes = 256 * 1024;

/**
 * The data as JSON.
 *
 * @throws {StateError} States.DataLimitExceeded above 256 KiB
 */
export const checkedSize = (data: unknown): string => {
  const text = JSON.stringify(data) ?? 'null';
  if (Buffer.byteLength(text) <= limitBytes) return text;
  throw new StateError(
    'States.DataLimitExceeded',
    'The state/task returned a result with a size exceeding the maximum number of bytes service limit.',
  );
};
