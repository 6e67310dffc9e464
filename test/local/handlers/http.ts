/** Answers an HTTP API event in the way that the query parameter `answer` names. */
interface HttpEvent {
  readonly queryStringParameters?: Readonly<Record<string, string>>;
}

export const handler = async (event: HttpEvent): Promise<unknown> => {
  switch (event.queryStringParameters?.['answer']) {
    case 'plain':
      return { any: 'thing' };
    case 'text':
      return 'just text';
    case 'binary':
      return {
        statusCode: 201,
        headers: { 'Content-Type': 'image/png', 'X-Many': 'yes' },
        cookies: ['a=1', 'b=2'],
        body: Buffer.from([0, 255, 1]).toString('base64'),
        isBase64Encoded: true,
      };
    case 'throw':
      throw new Error('hidden from the caller');
    default:
      return {
        statusCode: 200,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(event),
      };
  }
};
