import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyPipeline } from '../../../../ml/preprocessing/pipeline/apply-pipeline.ts';
import { fitPipeline } from '../../../../ml/preprocessing/pipeline/fit-pipeline.ts';
import { loadPipeline, savePipeline } from '../../../../ml/preprocessing/pipeline/fitted-pipeline.ts';
import { PreprocessingSteps } from '../../../../ml/preprocessing/pipeline/preprocessing-step.ts';
import { trainingSplit } from '../../../../ml/preprocessing/pipeline/training-split.ts';
import { seededRandom } from '../../../../ml/random/seeded-random.ts';

const random = seededRandom('saved pipeline');
const rows = Array.from({ length: 60 }, (_, row) => ({
  who: `p${row % 20}`,
  at: row,
  left: row % 3 === 0 ? 1 : 0,
  age: random.bernoulli(0.2) ? null : 40 + 10 * random.normal(),
  weight: random.bernoulli(0.3) ? null : 70 + 5 * random.normal(),
  steps: 8000 + 2000 * random.normal(),
  plan: ['basic', 'pro', 'é', null][random.int(4)]!,
  city: `c${random.int(12)}`,
}));
const steps = PreprocessingSteps.parse([
  { step: 'impute', strategy: 'forward-fill', columns: ['weight'] },
  { step: 'impute', strategy: 'median', indicator: true, columns: ['age', 'weight'] },
  { step: 'encode', method: 'target', columns: ['city'] },
  { step: 'encode', method: 'one-hot', columns: ['plan'] },
  { step: 'scale', method: 'robust' },
  { step: 'select', method: 'mutual-information', top: 6 },
  { step: 'reduce', method: 'pca', keep: { varianceShare: 0.95 } },
]);
const fitted = fitPipeline(steps, trainingSplit(rows, { target: 'left', person: 'who', time: 'at' }));

const folder = mkdtempSync(path.join(tmpdir(), 'wellcast-pipeline-'));
beforeAll(() => {
  writeFileSync(path.join(folder, 'pipeline.json'), savePipeline(fitted));
  writeFileSync(path.join(folder, 'rows.json'), JSON.stringify(rows));
});
afterAll(() => rmSync(folder, { recursive: true }));

const pipelineFolder = new URL('../../../../ml/preprocessing/pipeline/', import.meta.url);
const script = `
  import { readFileSync } from 'node:fs';
  import { applyPipeline } from '${new URL('apply-pipeline.ts', pipelineFolder)}';
  import { loadPipeline, savePipeline } from '${new URL('fitted-pipeline.ts', pipelineFolder)}';
  const fitted = loadPipeline(readFileSync('pipeline.json', 'utf8'));
  const rows = applyPipeline(fitted, JSON.parse(readFileSync('rows.json', 'utf8')));
  process.stdout.write(savePipeline(fitted) + '\\n' + JSON.stringify(rows));
`;

describe('a saved pipeline', () => {
  it('gives the same bytes in another process', () => {
    const other = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(other.stderr).toBe('');
    expect(other.stdout).toBe(`${savePipeline(fitted)}\n${JSON.stringify(applyPipeline(fitted, rows))}`);
  });

  it('is refused by name when another version saved it, or it is no pipeline', () => {
    for (const other of [{ ...fitted, schemaVersion: 2 }, { ...fitted, kind: 'model' }, 'null', 7]) {
      expect(() => loadPipeline(other)).toThrow(
        expect.objectContaining({
          code: 'unsupported-version',
          message: expect.stringContaining('of schema version 1 can be read'),
        }),
      );
    }
  });

  it('is refused when it is of this version and broken', () => {
    expect(() => loadPipeline({ ...fitted, steps: [{ step: 'guess' }] })).toThrow();
    expect(() => loadPipeline(savePipeline(fitted).slice(1))).toThrow(SyntaxError);
  });
});
