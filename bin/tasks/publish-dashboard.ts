import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { buildDashboard } from '../../local/dashboard/build-dashboard.ts';
import { type PageFile, pageFiles } from '../../local/dashboard/page-files.ts';
import { UsageError } from '../cli/usage-error.ts';

export interface PublishDashboardOptions {
  readonly bucket: string;
  readonly clientId: string;
  readonly signIn: string;
  readonly authorizeUrl?: string;
  readonly tokenUrl?: string;
  readonly json: boolean;
}

const folder = 'dashboard/';
const page = 'index.html';
const ownOnly = "connect-src 'self'";

const httpsUrl = (text: string): URL => {
  const url = URL.parse(text);
  if (url?.protocol === 'https:') return url;
  throw new UsageError(`an https address is needed to sign in, not ${text}`);
};

/** The page may then also ask there, and nowhere else. */
const withOrigin = (html: string, origin: string): string => {
  if (!html.includes(ownOnly)) throw new Error(`The built page has no ${ownOnly} in its policy.`);
  return html.replace(ownOnly, `${ownOnly} ${origin}`);
};

/** The page itself comes last: whoever opens it meanwhile finds all that it names. */
const pageLast = (files: ReadonlyMap<string, PageFile>): (readonly [string, PageFile])[] =>
  [...files].toSorted(([a], [b]) => Number(a === page) - Number(b === page));

/**
 * Builds the dashboard and puts it under dashboard/ in a bucket, with the file that tells it how to sign in.
 *
 * @throws {UsageError} when an address to sign in at is not https
 */
export const publishDashboard = async (options: PublishDashboardOptions): Promise<void> => {
  const base = options.signIn.replace(/\/$/, '');
  const authorizeUrl = httpsUrl(options.authorizeUrl ?? `${base}/oauth2/authorize`);
  const tokenUrl = httpsUrl(options.tokenUrl ?? `${base}/oauth2/token`);
  const config = {
    apiBase: '/api/v1/ml-data-preparation',
    tokenUrl: tokenUrl.href,
    clientId: options.clientId,
    authorizeUrl: authorizeUrl.href,
  };
  const draft = await mkdtemp(path.join(tmpdir(), 'wellcast-dashboard-'));
  try {
    const files = new Map(await pageFiles(await buildDashboard(draft)));
    const built = files.get(page);
    if (built === undefined) throw new Error(`The built page has no ${page}.`);
    files.set(page, { ...built, body: Buffer.from(withOrigin(built.body.toString(), tokenUrl.origin)) });
    files.set('config.json', {
      contentType: 'application/json',
      cacheControl: 'no-cache',
      body: Buffer.from(JSON.stringify(config)),
    });
    const client = new S3Client({});
    const keys: string[] = [];
    for (const [name, { body, contentType, cacheControl }] of pageLast(files)) {
      const Key = `${folder}${name}`;
      const put = { Bucket: options.bucket, Key, Body: body, ContentType: contentType };
      await client.send(new PutObjectCommand({ ...put, CacheControl: cacheControl }));
      keys.push(Key);
    }
    process.stdout.write(
      options.json ? `${JSON.stringify({ bucket: options.bucket, keys })}\n` : `${keys.join('\n')}\n`,
    );
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
};
