import * as z from 'zod';
import { parseRequest } from '../shared/runtime/parse-request.ts';

const PreparationTask = z.strictObject({
  /** `prepare`: datasets of the app's people; `extract`: fill the feature cache; `preprocess`: prepare anew what older
   * code has prepared; `version`: register what other parts have made, and let go what nobody needs. */
  task: z.enum(['prepare', 'extract', 'preprocess', 'version'], {
    error: 'prepare, extract, preprocess or version',
  }),
  /** The time that the schedule was for; a repeat has the same, and does nothing twice. */
  scheduledAt: z.iso.datetime({ offset: true, error: 'an ISO 8601 instant with an offset' }),
});
export type PreparationTask = z.infer<typeof PreparationTask>;

/** @throws {InvalidRequestError} naming the wrong field */
export const parsePreparationTask = (input: unknown): PreparationTask => parseRequest(PreparationTask, input);
