import { ModelUnavailableError } from '../shared/model-unavailable-error.ts';
import type { Profile, Profiles } from '../shared/ports/profiles.ts';
import type { LiveModel, WearableModels } from '../shared/ports/wearable-models.ts';
import { UnparsableProfileError } from '../shared/user-errors.ts';

/** Who scores a person's samples: a model, rules alone, or for want of a model nobody. */
export type Judge =
  | { readonly kind: 'model'; readonly model: LiveModel }
  | { readonly kind: 'rules'; readonly model: undefined }
  | { readonly kind: 'nobody'; readonly problem: ModelUnavailableError };

/**
 * The judge of a person's samples. Of people who keep their data out of machine learning no model is asked.
 *
 * @throws whatever keeps the profile from being read; a model that cannot be had is an answer
 */
export const chooseJudge = async (
  deps: { readonly profiles: Profiles; readonly models: WearableModels },
  userId: string,
): Promise<{ readonly judge: Judge; readonly timeZone: string }> => {
  const [{ optedOut, timeZone }, judge] = await Promise.all([
    profileOf(deps.profiles, userId),
    modelOrProblem(deps.models),
  ]);
  return { judge: optedOut ? { kind: 'rules', model: undefined } : judge, timeZone };
};

/** A profile that cannot be understood may say no, so it counts as one that does. */
const profileOf = async (profiles: Profiles, userId: string): Promise<Profile> => {
  try {
    return await profiles.read(userId);
  } catch (error) {
    if (error instanceof UnparsableProfileError) return { timeZone: 'UTC', optedOut: true };
    throw error;
  }
};

const modelOrProblem = async (models: WearableModels): Promise<Judge> => {
  try {
    return { kind: 'model', model: await models.current() };
  } catch (error) {
    if (error instanceof ModelUnavailableError) return { kind: 'nobody', problem: error };
    throw error;
  }
};
