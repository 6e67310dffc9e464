import { OpenAPIHono } from '@hono/zod-openapi';
import type { PreparationEnv } from './preparation-env.ts';
import { refuseInvalid } from './refuse-invalid.ts';

/** Routes of one area, to be mounted by the app. */
export type Area = OpenAPIHono<PreparationEnv>;

/** An area without routes yet, which refuses invalid requests as all do. */
export const makeArea = (): Area => new OpenAPIHono<PreparationEnv>({ defaultHook: refuseInvalid });
