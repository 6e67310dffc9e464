import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { Config, configFields } from '../../lib/config.ts';
import { checkpointDays, noncurrentVersionDays } from '../../lib/constructs/catalog-bucket.ts';
import { synthesise } from './support/synthesise.ts';

const page = (name: string) => readFileSync(path.resolve(import.meta.dirname, '../../docs', name), 'utf8');
const deploy = page('deploy.md');
const operate = page('operate.md');
const { catalog, templates, observabilityStack } = synthesise();
const alarms = [...templates.resources(observabilityStack, 'AWS::CloudWatch::Alarm').values()].map(
  ({ Properties }) => z.object({ AlarmName: z.string(), AlarmDescription: z.string() }).parse(Properties),
);

const settingsSection = /^## Settings\n.*?(?=^## )/ms.exec(deploy)?.[0] ?? '';

/** Setting and default of each row of the page's settings table. */
const settingRows = new Map(
  [...settingsSection.matchAll(/^\| `(\w+)` \| (.+?) \|/gm)].map(
    ([, setting, shown]) => [setting, shown] as const,
  ),
);

describe('the deploy page', () => {
  it('lists every setting and no other', () => {
    expect([...settingRows.keys()]).toEqual(Object.keys(configFields));
  });

  it('shows the true default of every setting', () => {
    const defaults = new Map<string, unknown>(Object.entries(Config.parse({})));
    for (const [setting, shown] of settingRows) {
      const value = defaults.get(setting ?? '');
      expect(`${setting}: ${shown}`).toBe(
        `${setting}: ${value === undefined || value === '' ? 'none' : `\`${value}\``}`,
      );
    }
  });

  it('invokes with a read timeout as long as a run may take', () => {
    const invocations = deploy.match(/aws lambda invoke[^`]*?out\.json/g) ?? [];
    expect(invocations.length).toBeGreaterThan(0);
    for (const invocation of invocations) {
      expect(invocation).toContain(
        `--cli-read-timeout ${catalog.functions.prepareTrainingData.timeoutSeconds}`,
      );
    }
  });

  it('counts the alarms that are paid for', () => {
    expect(deploy).toContain(`${alarms.length} alarms $${(alarms.length * 0.1).toFixed(2)}`);
  });

  it('adds the costs of a run up rightly', () => {
    const column = (index: number) =>
      [...deploy.matchAll(/^\| (?!\*\*)[^|]+ \| [^|]+ \| (\$[\d.]+) \| (\$[\d.]+) \| (\$[\d.]+) \|$/gm)]
        .map((cells) => Number(cells[index]?.slice(1)))
        .reduce((sum, cost) => sum + cost, 0);
    const [, hundred, thousands, million] =
      /\*\*one run\*\* \| \| \*\*\$([\d.]+)\*\* \| \*\*\$([\d.]+)\*\* \| \*\*\$([\d.]+)\*\*/.exec(deploy) ??
      [];
    expect(column(1)).toBeCloseTo(Number(hundred), 2);
    expect(column(2)).toBeCloseTo(Number(thousands), 2);
    expect(column(3)).toBeCloseTo(Number(million), 1);
  });
});

describe('the operate page', () => {
  it.each(
    [
      ...Object.values(catalog.tables),
      ...Object.values(catalog.buckets),
      ...Object.values(catalog.secrets),
      ...Object.values(catalog.topics),
    ].map(({ name }) => [name]),
  )('says what %s keeps and for how long', (name) => {
    expect(operate).toMatch(new RegExp(`^\\| .*\`${name.replace(/[{}]/g, '\\$&')}\`.*\\|$`, 'm'));
  });

  it('says how long old versions and checkpoints are kept', () => {
    expect(operate).toContain(`then ${noncurrentVersionDays} days as an old version`);
    expect(operate).toContain(`${checkpointDays} days, then ${noncurrentVersionDays} as an old version`);
  });

  it('has a section for every alarm, which the alarm names', () => {
    for (const { AlarmName, AlarmDescription } of alarms) {
      const section = /See "([\w-]+)" in docs\/operate\.md\.$/.exec(AlarmDescription)?.[1];
      expect(section, AlarmName).toBeDefined();
      expect(AlarmName.endsWith(section ?? '?'), AlarmName).toBe(true);
      expect(operate).toContain(`### ${section}\n`);
    }
  });
});
