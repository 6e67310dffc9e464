/** HTTP status of every code that a caller may see; a code that is missing here answers 500. */
const statusByCode: Readonly<Record<string, number>> = {
  'invalid-request': 400,
  'insufficient-users': 400,
  'insufficient-samples': 400,
  'single-class': 400,
  'body-too-deep': 400,
  unauthenticated: 401,
  'opted-out': 403,
  'other-user': 403,
  'not-allowed': 403,
  'user-not-found': 404,
  'dataset-not-found': 404,
  'episode-not-found': 404,
  'route-not-found': 404,
  'feature-set-not-found': 404,
  'idempotency-conflict': 409,
  superseded: 409,
  'job-name-conflict': 409,
  'metric-conflict': 409,
  'feature-set-conflict': 409,
  'body-too-large': 413,
  'too-many-metrics': 413,
  'unsupported-media-type': 415,
  'unparsable-profile': 422,
  'too-many-failures': 500,
  'storage-failed': 500,
  'training-failed-to-start': 502,
  'sentiment-failed': 502,
  'model-unavailable': 503,
};

/** @param code - of a DomainError */
export const statusOfCode = (code: string): number => statusByCode[code] ?? 500;
