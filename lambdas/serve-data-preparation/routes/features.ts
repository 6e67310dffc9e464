import { createRoute } from '@hono/zod-openapi';
import { type ExtractionDeps, extractFeatures } from '../../shared/features/extract-features.ts';
import { ExtractedFeatures, ExtractQuery } from '../../shared/features/extract-query.ts';
import { OtherUserError } from '../../shared/runtime/caller-of.ts';
import { access, refusals } from '../auth/access.ts';
import type { Caller } from '../auth/caller.ts';
import { jsonAnswer } from '../http/json-content.ts';
import { type Area, makeArea } from '../http/make-area.ts';
import { problemAnswer } from '../problems/problem-answers.ts';
import { NotAllowedError } from '../problems/request-errors.ts';

const extract = createRoute({
  method: 'get',
  path: '/features/extract',
  summary: 'Health, engagement and temporal features of one person as of the end of a day',
  description:
    'For admins, and for users about themselves; not for scientists. Who asks about somebody else gets 403, whether that person exists or not.',
  ...access('signed-in'),
  request: { query: ExtractQuery },
  responses: {
    200: jsonAnswer('The features.', 'ExtractedFeatures', ExtractedFeatures),
    404: problemAnswer('Nothing is stored of this person, or there is no such feature set.'),
    422: problemAnswer("The person's profile cannot be read."),
    ...refusals,
  },
});

/** Decides before anything is looked up, so that a refusal says nothing of the person. */
const requirePermission = ({ userId, roles }: Caller, about: string): void => {
  if (roles.has('admin')) return;
  if (roles.has('scientist')) throw new NotAllowedError(['admin']);
  if (userId !== about) throw new OtherUserError();
};

/** Features of people. */
export const makeFeatureRoutes = (deps: ExtractionDeps): Area => {
  const area = makeArea();
  area.openapi(extract, async (context) => {
    const query = context.req.valid('query');
    requirePermission(context.get('caller'), query.userId);
    return context.json(await extractFeatures(deps, query), 200);
  });
  return area;
};
