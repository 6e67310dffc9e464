import type { z } from '@hono/zod-openapi';
import { InvalidRequestError } from '../../../ml/invalid-request-error.ts';
import { requestProblems } from '../../shared/runtime/parse-request.ts';

type Validation = { readonly success: boolean; readonly error?: z.core.$ZodError; readonly data?: unknown };

/**
 * What a route does with parameters or a body that its schema refuses.
 *
 * @throws {InvalidRequestError} naming each wrong field, what arrived by type and what is allowed
 */
export const refuseInvalid = (result: Validation): undefined => {
  if (result.error === undefined) return undefined;
  throw new InvalidRequestError(requestProblems(result.error, { input: result.data, isPrivate: true }));
};
