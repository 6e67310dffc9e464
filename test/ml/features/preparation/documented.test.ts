import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { healthSeriesNames } from '../../../../ml/features/health/health-series.ts';
import { preparationFeatureNames } from '../../../../ml/features/preparation/extract-preparation-features.ts';

const page = readFileSync(new URL('../../../../docs/preparation-features.md', import.meta.url), 'utf8');
const firstCells = (section: string) => [...section.matchAll(/^\| `([^`]+)` \|/gm)].map(([, cell]) => cell!);

const expansions: Readonly<Record<string, readonly string[]>> = {
  '{series}': healthSeriesNames,
  '{period}': ['daily', 'weekly', 'monthly'],
  '{n}': ['1', '7', '30'],
};
const expand = (name: string): readonly string[] => {
  const placeholder = Object.keys(expansions).find((of) => name.includes(of));
  return placeholder === undefined
    ? [name]
    : expansions[placeholder]!.flatMap((value) => expand(name.replace(placeholder, value)));
};

it('every feature is in the table of docs/preparation-features.md once, and no other', () => {
  const [, sources = '', features = ''] = page.split(/^## /m);
  expect(firstCells(sources)).toEqual(healthSeriesNames);
  expect(firstCells(features).flatMap(expand).sort()).toEqual([...preparationFeatureNames()].sort());
});
