import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { spawnWellcast } from '../support/spawn-wellcast.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'wellcast-customers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const generate = (name: string, ...args: string[]) =>
  spawnWellcast(['generate', 'customers', '--count', '200', '--output', path.join(folder, name), ...args])
    .ended;
const read = (name: string, file: string) => readFileSync(path.join(folder, name, file), 'utf8');
const linesOf = (name: string, file: string) => read(name, file).trimEnd().split('\n');

describe('wellcast generate customers', () => {
  it('writes the files of the guide, the same bytes for the same seed', { timeout: 60_000 }, async () => {
    const first = await generate('first');
    const again = await generate('again');
    expect(first.code, first.stderr).toBe(0);
    expect(again.stdout).toBe(first.stdout);
    expect(first.stdout).toContain('  healthy: 80 (40.0%)\n');
    expect(first.stdout).toContain('Best Possible');
    const files = readdirSync(path.join(folder, 'first')).sort();
    expect(files).toEqual([
      'full_dataset.jsonl',
      'test.jsonl',
      'train.csv',
      'train.jsonl',
      'validation.jsonl',
    ]);
    for (const file of files) expect(read('again', file) === read('first', file), file).toBe(true);

    const splits = ['train', 'validation', 'test'].map((split) => linesOf('first', `${split}.jsonl`));
    expect(splits.map((lines) => lines.length)).toEqual([140, 30, 30]);
    expect(splits.flat().sort()).toEqual(linesOf('first', 'full_dataset.jsonl').sort());

    const [header, ...cells] = linesOf('first', 'train.csv').map((line) => line.split(','));
    expect(header?.[1]).toBe('segment');
    expect(header?.filter((column) => column.startsWith('label_'))).toHaveLength(5);
    // 46 raw values of the guide's example: first, those around the categories, and last.
    expect([2, 26, 27, 29, 47].map((column) => header?.[column])).toEqual([
      'session_count_7d',
      'total_spend',
      'subscription_tier',
      'grade_level',
      'primary_subject',
    ]);
    for (const [position, line] of (splits[0] ?? []).entries()) {
      const row: Record<string, unknown> = JSON.parse(line);
      expect(Object.keys(row)).toEqual(header);
      expect(Object.values(row).map((value) => String(value ?? ''))).toEqual(cells[position]);
    }
  });

  it('takes other shares of the segments', { timeout: 60_000 }, async () => {
    const end = await generate('shares', '--thriving', '50', '--healthy', '0', '--json');
    expect(end.code, end.stderr).toBe(0);
    const { segments } = JSON.parse(end.stdout);
    // 50, 0, 20 and 10 of 80 are 125, 0, 50 and 25 of 200.
    expect(segments).toEqual({ thriving: 125, healthy: 0, at_risk: 50, churned: 25 });
  });

  it('refuses shares of nothing', { timeout: 60_000 }, async () => {
    const end = await generate(
      'none',
      '--thriving',
      '0',
      '--healthy',
      '0',
      '--at-risk',
      '0',
      '--churned',
      '0',
    );
    expect(end.code).toBe(2);
    expect(end.stderr).toContain('share of 0');
  });
});
