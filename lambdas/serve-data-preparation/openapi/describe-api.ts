import type { OpenAPIHono } from '@hono/zod-openapi';
import type { PreparationEnv } from '../http/preparation-env.ts';

const description = `Feature sets, preprocessing, versioned datasets and model performance, with roles and an audit
trail. Roles come from the groups of the access token: admins may do everything; scientists (group \`scientists\`)
read datasets, models and figures; everyone else may extract their own features. Each operation names its roles in
\`x-roles\`. Refusals are problem documents (RFC 9457); the gateway's own answers are \`{"message"}\`.`;

/**
 * Serves the OpenAPI document of all routes that an app has by now, to whoever is signed in.
 *
 * @param path - of the document
 */
export const describeApi = (app: OpenAPIHono<PreparationEnv>, path: string): void => {
  app.openAPIRegistry.registerComponent('securitySchemes', 'accessToken', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'An access token of the user pool; an identity token is none to call with.',
  });
  const config = {
    openapi: '3.1.0',
    info: { title: 'wellcast data preparation', version: '1.0.0', description },
    security: [{ accessToken: [] }],
  };
  let document: object | undefined;
  app.get(path, (context) => {
    // Made once: the routes do not change while the function runs.
    document ??= app.getOpenAPI31Document(config);
    return context.json(document);
  });
};
