/** An HTTP response as API Gateway makes it from what a function returned. */
export interface HttpAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const jsonAnswer = (statusCode: number, body: unknown): HttpAnswer => ({
  statusCode,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
});

export const messageAnswer = (statusCode: number, message: string): HttpAnswer =>
  jsonAnswer(statusCode, { message });

/**
 * What API Gateway makes of a function's answer: one with a `statusCode` is the response itself; any other becomes
 * a 200 with that as JSON.
 *
 * @param payload - JSON text
 */
export const httpAnswer = (payload: string): HttpAnswer => {
  const result: unknown = JSON.parse(payload);
  if (!isObject(result) || result['statusCode'] === undefined) return jsonAnswer(200, result);
  const { statusCode, headers, body, cookies, isBase64Encoded } = result;
  if (typeof statusCode !== 'number' || (body !== undefined && typeof body !== 'string')) {
    return messageAnswer(500, 'Internal Server Error');
  }
  const given = isObject(headers) ? headers : {};
  const named = Object.entries(given).map(([name, value]) => [name.toLowerCase(), String(value)]);
  return {
    statusCode,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      ...Object.fromEntries(named),
      ...(Array.isArray(cookies) && cookies.length > 0 ? { 'set-cookie': cookies.map(String) } : {}),
    },
    body: Buffer.from(body ?? '', isBase64Encoded === true ? 'base64' : 'utf8'),
  };
};
