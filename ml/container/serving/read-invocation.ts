import type { CustomerRecord } from '../../features/customer/parse-customer.ts';
import { parseCustomers } from '../../features/customer/parse-customers.ts';
import { InvalidRequestError } from '../../invalid-request-error.ts';
import { scanJson } from '../../text/scan-json.ts';
import { parseCsvCustomers } from './parse-csv-customers.ts';
import { MediaTypeError } from './serving-errors.ts';

/** What a request asks for. */
export interface Invocation {
  readonly customers: readonly CustomerRecord[];
  /** Whether each prediction is to have its reasons. */
  readonly explain: boolean;
}

const parseJson = (body: string): unknown => {
  // NaN, which Python writes and JSON does not know, becomes a text, so that its column can be named.
  const { text } = scanJson(body);
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidRequestError([
      { field: '', allowed: 'JSON', arrived: `a text of ${body.length} characters that is none` },
    ]);
  }
};

/** Takes `explain` out of `{"instances": [...], "explain": true}`. */
const withoutExplain = (raw: unknown): { readonly raw: unknown; readonly explain: boolean } => {
  if (typeof raw !== 'object' || raw === null || !('instances' in raw) || !('explain' in raw)) {
    return { raw, explain: false };
  }
  const { explain, ...rest } = raw;
  if (typeof explain === 'boolean') return { raw: rest, explain };
  throw new InvalidRequestError([
    { field: 'explain', allowed: 'true or false', arrived: `a ${typeof explain}` },
  ]);
};

/**
 * The customers that a request to /invocations asks about.
 *
 * @param body - JSON as `parseCustomers` takes it, or CSV
 * @param contentType - of the request; JSON where it says nothing
 * @throws {InvalidRequestError} naming the customer and the column that does not fit
 * @throws {TooManyCustomersError}
 * @throws {MediaTypeError}
 */
export const readInvocation = (body: string, contentType = 'application/json'): Invocation => {
  const kind = contentType.split(';')[0]?.trim().toLowerCase();
  if (kind === 'text/csv') {
    return { customers: parseCustomers({ instances: parseCsvCustomers(body) }), explain: false };
  }
  // What SageMaker sends when its caller named no type.
  if (kind !== 'application/json' && kind !== 'application/octet-stream' && kind !== '') {
    throw new MediaTypeError('unsupported-media-type', 'application/json or text/csv');
  }
  const { raw, explain } = withoutExplain(parseJson(body));
  return { customers: parseCustomers(raw), explain };
};
