/** Judges a key by its first letters, and says in the context what it was asked. */
interface AuthorizerEvent {
  readonly version: string;
  readonly type: string;
  readonly routeKey: string;
  readonly routeArn: string;
  readonly identitySource: readonly string[];
  readonly body?: string;
}

let calls = 0;

export const handler = async (event: AuthorizerEvent): Promise<unknown> => {
  calls++;
  const [key = ''] = event.identitySource;
  if (key === 'broken') throw new Error('hidden from the caller');
  if (key === 'odd') return { statusCode: 200 };
  if (!key.startsWith('good')) return { isAuthorized: false };
  const { version, type, routeKey, routeArn, identitySource, body = 'none' } = event;
  return {
    isAuthorized: true,
    context: { userId: 'ada', calls, version, type, routeKey, routeArn, identitySource, body },
  };
};
