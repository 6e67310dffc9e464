import { z } from '@hono/zod-openapi';

/** What a refusal or a failure is told as, after RFC 9457. */
export const Problem = z
  .looseObject({
    type: z
      .string()
      .regex(/^urn:wellcast:problem:[a-z0-9-]+$/)
      .openapi({ example: 'urn:wellcast:problem:invalid-request' }),
    title: z.string().openapi({ description: 'The same for every problem of a type.' }),
    status: z.int().min(400).max(599),
    detail: z.string().openapi({ description: 'What was wrong, what arrived, what to change.' }),
    instance: z.string().openapi({ description: 'The request, as the log knows it.' }),
  })
  .openapi('Problem');

export type Problem = z.infer<typeof Problem>;

/** What the gateway in front of the service says by itself. */
export const GatewayMessage = z.object({ message: z.string() }).openapi('GatewayMessage');
