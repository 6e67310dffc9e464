import { codeVersion } from '../../ml/datasets/versions/build-content.ts';
import { sha256 } from '../../ml/datasets/versions/content-hash.ts';
import type { VersionFile } from '../../ml/datasets/versions/version-manifest.ts';
import type { ConditionalObjects } from '../shared/ports/conditional-objects.ts';
import type { StoreVersionDeps } from '../shared/versions/new-version.ts';
import { registerContent } from './register-content.ts';

export interface NarrativeFiles {
  /** Of the bucket that holds the training lines. */
  readonly objects: ConditionalObjects;
  /** Such as s3://bucket/. */
  readonly root: string;
  /** Under which the files lie, such as training/. */
  readonly prefix: string;
}

/** `metabolic_diabetes/2026/11/…`: the domain, then the month. */
const domainOf = (path: string): string | undefined =>
  /^([a-z][a-z_]*)\/\d{4}\/\d{2}\/[^/]+\.jsonl$/.exec(path)?.[1];

/**
 * Registers the training lines of each health domain as they now are. A file that was folded further since makes a
 * new version.
 *
 * @returns how many versions are new
 */
export const registerNarratives = async (
  deps: StoreVersionDeps,
  narratives: NarrativeFiles,
): Promise<number> => {
  const { objects, root, prefix } = narratives;
  const files = new Map<string, VersionFile[]>();
  for await (const { key } of objects.list(prefix)) {
    const path = key.slice(prefix.length);
    const domain = domainOf(path);
    const bytes = domain === undefined ? undefined : await objects.read(key);
    if (domain === undefined || bytes === undefined) continue;
    const rows = bytes.reduce((lines, byte) => (byte === lineFeed ? lines + 1 : lines), 0);
    const file = { name: path.slice(domain.length + 1), sha256: sha256(bytes), bytes: bytes.length, rows };
    const listed = { ...file, contentType: 'application/jsonl', location: `${root}${key}` };
    files.set(domain, [...(files.get(domain) ?? []), listed]);
  }
  let made = 0;
  for (const [domain, ofDomain] of files) {
    const rows = ofDomain.reduce((sum, file) => sum + (file.rows ?? 0), 0);
    const { isNew } = await registerContent(deps, {
      datasetId: `narratives-${domain.replaceAll('_', '-')}`,
      content: {
        files: ofDomain,
        schema: {
          columns: ['instruction', 'input', 'output'].map(
            (name) => ({ name, type: 'text', role: name === 'output' ? 'target' : 'feature' }) as const,
          ),
        },
        preparedColumns: [],
        parameters: { targetColumn: 'output', steps: [], split: { testShare: 0.2, seed: 0 } },
        codeVersion,
      },
      statistics: { rows, samples: rows, trainRows: rows, testRows: 0, classBalance: [], columns: {} },
      reason: 'training lines as they are now',
    });
    if (isNew) made += 1;
  }
  return made;
};

const lineFeed = 0x0a;
