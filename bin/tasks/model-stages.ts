import * as z from 'zod';
import { type ApiOptions, preparationApi } from '../cli/preparation-api.ts';

const Staged = z.looseObject({
  modelId: z.string(),
  version: z.number(),
  stage: z.string(),
  production: z.number().nullable(),
  serving: z.looseObject({ how: z.string() }),
});

export interface StageOptions extends ApiOptions {
  readonly model: string;
  readonly reason?: string;
  readonly json: boolean;
}

const print = (staged: z.infer<typeof Staged>, json: boolean): void => {
  const { modelId, version, stage, production, serving } = staged;
  const inProduction = production === null ? 'none' : `version ${production}`;
  const text = `${modelId} version ${version} is in ${stage}; in production: ${inProduction}. ${serving.how}`;
  process.stdout.write(`${json ? JSON.stringify(staged) : text}\n`);
};

const because = ({ reason }: StageOptions) => (reason === undefined ? {} : { reason });

/** Promotes a version one stage, and prints where it is now. */
export const promoteModel = async (
  version: string,
  options: StageOptions & { readonly to?: string },
): Promise<void> => {
  const body = { ...(options.to !== undefined && { to: options.to }), ...because(options) };
  const route = `POST /models/${encodeURIComponent(options.model)}/versions/${encodeURIComponent(version)}/promote`;
  const call = await preparationApi(options);
  print(Staged.parse(await call(route, body)), options.json);
};

/** Puts back into production what was there before, and prints it. */
export const rollBackModel = async (options: StageOptions): Promise<void> => {
  const route = `POST /models/${encodeURIComponent(options.model)}/rollback`;
  const call = await preparationApi(options);
  print(Staged.parse(await call(route, because(options))), options.json);
};
