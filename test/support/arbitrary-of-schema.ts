import fc from 'fast-check';
import * as z from 'zod';

const Schema = z.looseObject({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  allOf: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).default([]),
  additionalProperties: z.unknown().optional(),
  items: z.unknown().optional(),
  prefixItems: z.array(z.unknown()).optional(),
  minItems: z.number().default(0),
  maxItems: z.number().default(4),
  minLength: z.number().default(0),
  maxLength: z.number().default(12),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  pattern: z.string().optional(),
  format: z.string().optional(),
});
type Schema = z.infer<typeof Schema>;

/** Names that some code takes for an object's own machinery. */
const awkwardNames = ['constructor', 'prototype', 'toString', 'hasOwnProperty', 'a b', 'é', ''];

const anyName = fc.oneof(fc.constantFrom(...awkwardNames), fc.string({ maxLength: 8 }));

const textOf = ({ pattern, format, minLength, maxLength }: Schema): fc.Arbitrary<unknown> => {
  const bounds = { min: Date.UTC(1990), max: Date.UTC(2060) };
  const instant = fc.integer(bounds).map((at) => new Date(at).toISOString());
  if (format === 'date') return instant.map((text) => text.slice(0, 10));
  if (format === 'date-time') return instant;
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  const longest = Math.min(maxLength, minLength + 12);
  return fc.oneof(
    fc.string({ minLength, maxLength: longest }),
    fc.string({ unit: 'grapheme', minLength, maxLength: longest }),
  );
};

const numberOf = ({ type, minimum, maximum }: Schema): fc.Arbitrary<unknown> => {
  const low = minimum ?? -1e9;
  const high = maximum ?? 1e9;
  if (type === 'integer') return fc.integer({ min: Math.ceil(low), max: Math.floor(high) });
  return fc.double({ min: low, max: high, noNaN: true });
};

/**
 * Values that a JSON schema of an OpenAPI document allows, small ones.
 *
 * @param root - where `$ref` finds what it names: the document
 */
export const arbitraryOfSchema = (given: unknown, root: unknown, depth = 0): fc.Arbitrary<unknown> => {
  const schema = Schema.parse(given);
  const nested = (inner: unknown) => arbitraryOfSchema(inner, root, depth + 1);
  if (schema.$ref !== undefined) {
    const target = schema.$ref
      .split('/')
      .slice(1)
      .reduce<unknown>((value, key) => Object(value)[key], root);
    return arbitraryOfSchema(target, root, depth);
  }
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map(nested));
  if (Array.isArray(schema.type)) {
    return fc.oneof(...schema.type.map((type) => nested({ ...schema, type })));
  }
  switch (schema.type) {
    case 'string':
      return textOf(schema);
    case 'integer':
    case 'number':
      return numberOf(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      if (schema.prefixItems !== undefined) return fc.tuple(...schema.prefixItems.map(nested));
      return fc.array(nested(schema.items ?? {}), {
        minLength: schema.minItems,
        maxLength: Math.max(schema.minItems, Math.min(schema.maxItems, depth > 3 ? 1 : 3)),
      });
    case 'object': {
      const known = fc.record(
        Object.fromEntries(
          Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, nested(inner)]),
        ),
        { requiredKeys: schema.required },
      );
      const { additionalProperties: more } = schema;
      if (more === false || more === undefined) return known;
      const value = more === true ? fc.jsonValue({ maxDepth: 1 }) : nested(more);
      const extra = fc.dictionary(anyName, value, { maxKeys: 3 });
      return fc.tuple(extra, known).map(([others, own]) => ({ ...others, ...own }));
    }
    default:
      return fc.jsonValue({ maxDepth: 1 });
  }
};
