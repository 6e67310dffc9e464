import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { sha256 } from '../../ml/datasets/versions/content-hash.ts';
import { VersionManifest, versionManifestText } from '../../ml/datasets/versions/version-manifest.ts';
import { type ApiOptions, preparationApi } from '../cli/preparation-api.ts';

export interface LoadVersionOptions extends ApiOptions {
  readonly version: string;
  readonly output?: string;
  readonly json: boolean;
}

const Loaded = z.object({
  manifest: VersionManifest,
  links: z.array(z.object({ name: z.string(), url: z.string() })),
});

/** The files of a version into a folder, each checked against its hash. */
export const loadVersion = async (dataset: string, options: LoadVersionOptions): Promise<void> => {
  const call = await preparationApi(options);
  const route = `GET /datasets/load-version?datasetId=${dataset}&version=${options.version}`;
  const { manifest, links } = Loaded.parse(await call(route));
  const folder = path.resolve(options.output ?? `${dataset}-${options.version}`);
  await mkdir(folder, { recursive: true });
  for (const { name, url } of links) {
    const response = await fetch(url);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const expected = manifest.files.find((file) => file.name === name)?.sha256;
    if (!response.ok || sha256(bytes) !== expected)
      throw new Error(`${name} did not arrive as the manifest says`);
    await writeFile(path.join(folder, path.basename(name)), bytes);
  }
  await writeFile(path.join(folder, 'manifest.json'), versionManifestText(manifest));
  const { rows } = manifest.statistics;
  const elsewhere = manifest.files.flatMap(({ location }) => location ?? []);
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ folder, files: links.map(({ name }) => name), elsewhere, rows })}\n`
      : [`${links.length} files and the manifest of ${rows} rows in ${folder}`, ...elsewhere, ''].join('\n'),
  );
};
