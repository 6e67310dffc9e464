import { createHash } from 'node:crypto';

const maxLength = 63;
const hashLength = 10;

/**
 * A name that SageMaker takes, `[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}` and at most 63 characters.
 *
 * A legal name stays as it is. From any other, runs of other characters become one hyphen, it is cut, and a hash
 * of the original is appended, so that `a_b` and `a.b` stay two.
 *
 * @param desired - any text
 */
export const legalJobName = (desired: string): string => {
  if (desired.length <= maxLength && /^[a-zA-Z0-9](-*[a-zA-Z0-9])*$/.test(desired)) return desired;
  const hash = createHash('sha256').update(desired).digest('hex').slice(0, hashLength);
  const readable = desired
    .replaceAll(/[^a-zA-Z0-9]+/g, '-')
    .slice(0, maxLength - hashLength - 1)
    .replaceAll(/^-+|-+$/g, '');
  return readable === '' ? `job-${hash}` : `${readable}-${hash}`;
};
