import { DomainError } from '../../../ml/domain-error.ts';
import { statusOfCode } from '../../shared/runtime/status-of-code.ts';
import type { Problem } from './problem.ts';

const titleOf = (code: string): string => {
  const words = code.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/**
 * The problem document of an error. What is no DomainError is told as a failure of ours, without its details.
 *
 * @param requestId - under which the log has the details
 */
export const problemOfError = (error: unknown, requestId: string): Problem => {
  const known = error instanceof DomainError ? error : undefined;
  const code = known?.code ?? 'internal';
  return {
    ...known?.data,
    type: `urn:wellcast:problem:${code}`,
    title: titleOf(code),
    status: known === undefined ? 500 : statusOfCode(code),
    detail: known?.message ?? `Something failed on our side; the log has the details under ${requestId}.`,
    instance: `urn:wellcast:request:${requestId}`,
  };
};
