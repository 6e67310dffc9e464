import type { MiddlewareHandler } from 'hono';
import { InvalidRequestError } from '../../../ml/invalid-request-error.ts';
import { scanJson } from '../../../ml/text/scan-json.ts';
import { BodyTooDeepError, BodyTooLargeError } from '../../shared/runtime/body-errors.ts';
import { UnsupportedMediaTypeError } from '../problems/request-errors.ts';
import type { PreparationEnv } from './preparation-env.ts';

/** Bytes of a body; rows for preprocessing are the largest that is meant. */
export const maxBodyBytes = 2 * 1024 * 1024;
export const maxBodyDepth = 12;
/** Members of all lists and objects of a body together. */
export const maxBodyMembers = 400_000;

const jsonType = /^application\/json\s*(;|$)/i;

/**
 * Measures a body before anything is built from it, and refuses what is no JSON, is too large or too deep, or holds
 * the key `__proto__`, which some code takes for an object's prototype.
 */
export const checkBody: MiddlewareHandler<PreparationEnv> = async (context, next) => {
  const { req } = context;
  const text = ['GET', 'DELETE'].includes(req.method) ? '' : await req.text();
  if (text !== '') {
    if (!jsonType.test(req.header('content-type') ?? '')) throw new UnsupportedMediaTypeError();
    if (Buffer.byteLength(text) > maxBodyBytes) throw new BodyTooLargeError(maxBodyBytes);
    const { depth, members } = scanJson(text);
    if (depth > maxBodyDepth) throw new BodyTooDeepError(maxBodyDepth);
    if (members > maxBodyMembers) throw new BodyTooLargeError(maxBodyBytes);
    refuseUnlessJson(text);
  }
  await next();
};

const refuseUnlessJson = (text: string): void => {
  let hasPrototype = false;
  try {
    JSON.parse(text, (key, value: unknown) => {
      if (key === '__proto__') hasPrototype = true;
      return value;
    });
  } catch {
    const arrived = `a text of ${text.length} characters`;
    throw new InvalidRequestError([{ field: '', allowed: 'JSON', arrived }]);
  }
  if (hasPrototype) {
    throw new InvalidRequestError([
      { field: '', allowed: 'without the key __proto__', arrived: 'an object with it' },
    ]);
  }
};
