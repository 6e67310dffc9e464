import '@hono/zod-openapi';
import type { ZodType } from 'zod';

/**
 * A schema under a name of its own in the OpenAPI document. A copy, since only schemas that were made after the
 * library was loaded can be named.
 */
export const named = <Schema extends ZodType>(name: string, schema: Schema): Schema =>
  schema.clone().openapi(name);
