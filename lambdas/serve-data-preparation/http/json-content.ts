import type { ZodType } from 'zod';
import { named } from './named.ts';

/** An answer in JSON, under a name of its own in the OpenAPI document. */
export const jsonAnswer = <Schema extends ZodType>(description: string, name: string, schema: Schema) => ({
  description,
  content: { 'application/json': { schema: named(name, schema) } },
});

/** A body in JSON that must be there, under a name of its own. */
export const jsonBody = <Schema extends ZodType>(name: string, schema: Schema) => ({
  body: { required: true, content: { 'application/json': { schema: named(name, schema) } } },
});
