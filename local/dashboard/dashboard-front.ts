import { randomBytes } from 'node:crypto';
import type { IncomingMessage, RequestListener } from 'node:http';
import path from 'node:path';
import { type HttpAnswer, jsonAnswer, messageAnswer } from '../http-front/http-answer.ts';
import { localClientId } from '../http-front/token.ts';
import { readBody } from '../protocol/read-body.ts';
import { buildDashboard } from './build-dashboard.ts';
import { exchangeCode } from './exchange-code.ts';
import { type PageFile, pageFiles } from './page-files.ts';

export interface DashboardFront {
  /** Path and query with which the page signs in by itself. */
  readonly loginPath: string;
  /** Answers the page and its sign-in, and leaves everything else to another. */
  before(next: RequestListener): RequestListener;
  /** Builds the page now, rather than when it is first asked for. @throws {Error} with what Vite said */
  build(): Promise<void>;
  close(): Promise<void>;
}

const pagePath = '/dashboard/';
const tokenPath = '/oauth2/token';
const formLimitBytes = 10_000;

const config = {
  apiBase: '/api/v1/ml-data-preparation',
  tokenUrl: tokenPath,
  clientId: localClientId,
  authorizeUrl: null,
};

/** As CloudFront sends them; the page's own policy on scripts and styles stands in the page. */
const securityHeaders = {
  'content-security-policy': "frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

const fileAnswer = ({ contentType, cacheControl, body }: PageFile): HttpAnswer => ({
  statusCode: 200,
  headers: { ...securityHeaders, 'content-type': contentType, 'cache-control': cacheControl },
  body,
});

/**
 * The dashboard beside the HTTP API, as CloudFront puts both under one host name: its page, built when first needed,
 * and the exchange of one login code, made anew at each start, for a token.
 */
export const makeDashboardFront = (dataDir: string): DashboardFront => {
  const loginCode = randomBytes(16).toString('base64url');
  const ending = new AbortController();
  let building: Promise<ReadonlyMap<string, PageFile>> | undefined;
  const files = (): Promise<ReadonlyMap<string, PageFile>> => {
    building ??= buildDashboard(path.join(dataDir, 'dashboard'), ending.signal)
      .then(pageFiles)
      .catch((error: unknown) => {
        building = undefined;
        throw error;
      });
    return building;
  };

  const page = async (pathname: string): Promise<HttpAnswer> => {
    const name = pathname.slice(pagePath.length) || 'index.html';
    if (name === 'config.json') return jsonAnswer(200, config);
    const file = (await files()).get(name);
    return file === undefined ? messageAnswer(404, 'Not Found') : fileAnswer(file);
  };

  const answer = async (message: IncomingMessage, pathname: string): Promise<HttpAnswer | undefined> => {
    const { method = 'GET' } = message;
    if (method === 'POST' && pathname === tokenPath) {
      const body = await readBody(message, formLimitBytes);
      if (body === undefined) return messageAnswer(413, 'Request Entity Too Large');
      return exchangeCode({ dataDir, loginCode }, body.toString('utf8'));
    }
    if (method !== 'GET' && method !== 'HEAD') return undefined;
    if (`${pathname}/` === pagePath) return { ...jsonAnswer(308, {}), headers: { location: pagePath } };
    return pathname.startsWith(pagePath) ? page(pathname) : undefined;
  };

  return {
    loginPath: `${pagePath}?code=${loginCode}`,
    before: (next) => async (message, response) => {
      const pathname = (message.url ?? '/').split('?')[0] ?? '/';
      const isOurs = pathname === tokenPath || `${pathname}/`.startsWith(pagePath);
      const answered = isOurs
        ? await answer(message, pathname).catch((error: Error) => messageAnswer(500, error.message))
        : undefined;
      if (answered === undefined) {
        next(message, response);
        return;
      }
      const { statusCode, headers, body } = answered;
      response.writeHead(statusCode, { ...headers, 'content-length': body.length });
      response.end(message.method === 'HEAD' ? undefined : body);
    },
    build: async () => {
      await files();
    },
    close: async () => {
      ending.abort();
      await building?.catch(() => {});
    },
  };
};
