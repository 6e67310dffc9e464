import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

export interface PageFile {
  readonly contentType: string;
  /** As browsers and CloudFront take it. */
  readonly cacheControl: string;
  readonly body: Buffer;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

/** Vite puts a hash of the content into their names. */
const isNamedByContent = (name: string): boolean => name.startsWith('assets/');

/**
 * The files of a built page by their path in it, such as index.html or assets/index-1a2b.js.
 *
 * @throws {Error} for a file whose type is not known
 */
export const pageFiles = async (folder: string): Promise<ReadonlyMap<string, PageFile>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return new Map(
    await Promise.all(
      files.map(async ({ parentPath, name: base }) => {
        const file = path.join(parentPath, base);
        const name = path.relative(folder, file).replaceAll(path.sep, '/');
        const contentType = contentTypes[path.extname(base)];
        if (contentType === undefined) throw new Error(`The dashboard holds ${name}, of a type not known.`);
        const cacheControl = isNamedByContent(name) ? 'public, max-age=31536000, immutable' : 'no-cache';
        return [name, { contentType, cacheControl, body: await readFile(file) }] as const;
      }),
    ),
  );
};
