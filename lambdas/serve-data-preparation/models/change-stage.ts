import {
  type Environment,
  promote,
  rollBack,
  type StageBook,
  stageOf,
} from '../../../ml/evaluation/stage-book.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { ModelStages } from '../../shared/ports/model-stages.ts';
import type { ModelVersions } from '../../shared/ports/model-versions.ts';
import { ModelVersionNotFoundError, NotApprovedError } from './model-errors.ts';
import type { StagedVersion } from './schema.ts';
import { servingOf } from './serving-of.ts';

export interface StageDeps {
  readonly versions: ModelVersions;
  readonly stages: ModelStages;
  /** Has the version in production served, where a function must do that. Repeatable. */
  readonly deploy: (modelId: string, version: number) => Promise<void>;
  readonly clock: Clock;
}

/** Rounds in which another promotion of the same model may come first. */
const maxRounds = 20;

const change = async (
  { stages }: StageDeps,
  modelId: string,
  step: (book: StageBook) => StageBook,
): Promise<StageBook> => {
  for (let round = 0; round < maxRounds; round++) {
    const book = await stages.read(modelId);
    const next = step(book);
    if (next === book || (await stages.write(modelId, next))) return next;
  }
  throw new Error('The stages of a model changed at every try.');
};

const answerOf = (modelId: string, version: number, book: StageBook): StagedVersion => {
  const { production, revision, history } = book;
  const stage = stageOf(book, version);
  return {
    modelId,
    version,
    stage,
    production,
    revision,
    serving: servingOf(modelId),
    history: [...history],
  };
};

export interface Promotion {
  readonly modelId: string;
  readonly version: number;
  /** The next stage where absent. */
  readonly to?: Exclude<Environment, 'development'> | undefined;
  readonly reason?: string | undefined;
}

/**
 * Promotes a version one stage, by compare-and-set: of two promotions at once the second sees the first. What is in
 * production is deployed, and where that failed a repeat does it.
 *
 * @throws {ModelVersionNotFoundError} {NotApprovedError} {StageConflictError}
 */
export const promoteVersion = async (deps: StageDeps, promotion: Promotion): Promise<StagedVersion> => {
  const { modelId, version, to, reason } = promotion;
  const known = await deps.versions.find(modelId, version);
  if (known === undefined) throw new ModelVersionNotFoundError();
  if (known.status === 'rejected') throw new NotApprovedError(known.reasons);
  const at = new Date(deps.clock.now()).toISOString();
  const book = await change(deps, modelId, (present) => {
    const next = stageOf(present, version) === 'development' ? 'staging' : 'production';
    return promote(present, { version, to: to ?? next }, { at, reason });
  });
  if (book.production === version) await deps.deploy(modelId, version);
  return answerOf(modelId, version, book);
};

/**
 * Puts back into production what was there before.
 *
 * @throws {ModelVersionNotFoundError} {NothingToRollBackError}
 */
export const rollBackModel = async (
  deps: StageDeps,
  { modelId, reason }: { readonly modelId: string; readonly reason?: string | undefined },
): Promise<StagedVersion> => {
  const versions = await deps.versions.list(modelId);
  if (versions.length === 0) throw new ModelVersionNotFoundError();
  const at = new Date(deps.clock.now()).toISOString();
  const book = await change(deps, modelId, (present) => rollBack(present, { at, reason }));
  // A rollback always leaves a version in production.
  const version = book.production ?? 0;
  await deps.deploy(modelId, version);
  return answerOf(modelId, version, book);
};
