import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import * as z from 'zod';
import { preparationPath } from './preparation-client.ts';

const Content = z.record(z.string(), z.looseObject({ schema: z.unknown() }));
const Parameter = z.looseObject({
  name: z.string(),
  in: z.enum(['query', 'path', 'header']),
  required: z.boolean().default(false),
  schema: z.looseObject({}),
});
const Operation = z.looseObject({
  'x-roles': z.array(z.string()),
  parameters: z.array(Parameter).default([]),
  requestBody: z.looseObject({ content: Content }).optional(),
  responses: z.record(z.string(), z.looseObject({ content: Content.optional() })),
});
export type Operation = z.infer<typeof Operation>;

/** What is read here of an OpenAPI document. */
export const OpenApiDocument = z.looseObject({
  openapi: z.literal('3.1.0'),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.looseObject({ schemas: z.record(z.string(), z.looseObject({})) }),
});
export type OpenApiDocument = z.infer<typeof OpenApiDocument>;

/** An operation with its name, such as `GET /feature-sets/{id}`. */
export interface NamedOperation extends Operation {
  readonly route: string;
}

export const operationsOf = (document: OpenApiDocument): readonly NamedOperation[] =>
  Object.entries(document.paths).flatMap(([path, byMethod]) =>
    Object.entries(byMethod).map(([method, operation]) => ({
      ...operation,
      route: `${method.toUpperCase()} ${path.replace(preparationPath, '')}`,
    })),
  );

interface Answered {
  readonly status: number;
  readonly contentType: string;
  readonly body: unknown;
}

/**
 * Says how an answer differs from what the document promises of an operation; nothing where it does not.
 */
export const makeContract = (document: OpenApiDocument) => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: false });
  ajv.addSchema({ $id: 'api', components: document.components });
  const validators = new Map<string, ValidateFunction>();
  const validatorOf = (place: string, schema: unknown): ValidateFunction => {
    const known = validators.get(place);
    if (known !== undefined) return known;
    const text = JSON.stringify(schema).replaceAll('"#/components/', '"api#/components/');
    const made = ajv.compile(JSON.parse(text));
    validators.set(place, made);
    return made;
  };
  return (
    { route, responses }: NamedOperation,
    { status, contentType, body }: Answered,
  ): string | undefined => {
    const response = responses[String(status)];
    if (response === undefined) return `${route} answered ${status}, which is not documented`;
    const type = contentType.split(';')[0]?.trim() ?? '';
    const content = response.content?.[type];
    if (content === undefined) return `${route} answered ${status} as '${type}', which is not documented`;
    const validate = validatorOf(`${route} ${status} ${type}`, content.schema);
    if (validate(body)) return undefined;
    return `${route} answered ${status} with another body than documented: ${ajv.errorsText(validate.errors)}`;
  };
};
