import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customerRows } from '../support/customer-health-model.ts';
import { readEventFile } from '../support/read-event-file.ts';
import { spawnWellcast } from '../support/spawn-wellcast.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'wellcast-customer-health-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string) => path.join(folder, name);
const train = (output: string, ...more: string[]) =>
  spawnWellcast([
    ...['train', 'customer-health', '--train-data', file('train.jsonl'), '--val-data', file('val.jsonl')],
    ...[
      '--test-data',
      file('test.jsonl'),
      '--output-dir',
      file(output),
      '--epochs',
      '3',
      '--batch-size',
      '32',
    ],
    ...['--hidden', '16,8', '--dropout', '0.1', '--learning-rate', '0.01', ...more],
  ]).ended;

describe('wellcast train customer-health', () => {
  let printed = '';

  beforeAll(async () => {
    const rows = customerRows(300, 5);
    // One customer has no churn label: the others train on all the same.
    const lines = rows.map((row, index) =>
      JSON.stringify(index === 3 ? { ...row, label_churn_risk_30d: null } : row),
    );
    writeFileSync(file('train.jsonl'), lines.slice(0, 200).join('\n'));
    writeFileSync(file('val.jsonl'), lines.slice(200, 250).join('\n'));
    writeFileSync(file('test.jsonl'), lines.slice(250).join('\n'));
    const { code, stderr, stdout } = await train('model', '--no-alone');
    expect(code, stderr).toBe(0);
    printed = stdout;
  }, 60_000);

  it("writes the guide's files, and pictures", () => {
    expect(readdirSync(file('model')).sort()).toEqual([
      ...['best_model', 'best_model.h5', 'feature_importance.png', 'final_model', 'final_model.h5', 'logs'],
      ...['loss.png', 'metrics.json', 'metrics.png', 'normalization_params.json', 'reliability.png'],
      ...['roc.png', 'task_losses.png', 'training_history.json'],
    ]);
    expect(readdirSync(file('model/best_model')).sort()).toEqual(['model.json', 'weights.bin']);
  });

  it("prints the guide's table beside what was reached, what is possible and a linear model", () => {
    expect(printed).toMatch(
      /Metric +Expected +Good +Excellent +Reached +95 % interval +Best possible +Linear/,
    );
    expect(printed).toMatch(
      /Churn AUC \(30d\) +0\.87-0\.92 +>0\.92 +>0\.95 +0\.\d{3} +0\.\d{3} – [01]\.\d{3} +1\.000/,
    );
    expect(printed).toContain('Session Velocity MAE');
    expect(printed).toContain('calibration error');
  });

  it('logs the same scalars for TensorBoard as training_history.json has', () => {
    const { history } = JSON.parse(readFileSync(file('model/training_history.json'), 'utf8'));
    const scalars = (run: string) => {
      const [name = ''] = readdirSync(file(`model/logs/${run}`));
      expect(name).toMatch(/^events\.out\.tfevents\.\d+\./);
      return readEventFile(readFileSync(file(`model/logs/${run}/${name}`))).filter(({ step }) => step > 0);
    };
    const logged: Record<string, number[]> = {};
    for (const [run, prefix] of [
      ['train', ''],
      ['validation', 'val_'],
    ] as const) {
      for (const event of scalars(run)) {
        for (const [tag, value] of Object.entries(event.scalars)) {
          const name = tag.replace('epoch_', prefix);
          logged[name] = [...(logged[name] ?? []), value];
        }
      }
    }
    // Event files hold 32-bit floats.
    const expected = Object.fromEntries(
      Object.entries<number[]>(history).map(([name, values]) => [name, values.map(Math.fround)]),
    );
    expect(logged).toEqual(expected);
    expect(Object.keys(history)).toContain('val_churn_risk_14d_auc');
  });

  it('makes the same model of the same seed', { timeout: 60_000 }, async () => {
    const again = await train('again', '--no-alone', '--json');
    expect(again.code, again.stderr).toBe(0);
    for (const name of [
      'best_model/weights.bin',
      'best_model.h5',
      'normalization_params.json',
      'metrics.json',
    ]) {
      expect(readFileSync(file(`again/${name}`)).equals(readFileSync(file(`model/${name}`))), name).toBe(
        true,
      );
    }
    const { judgement } = JSON.parse(again.stdout);
    expect(judgement.guide).toHaveLength(5);
  });

  it('judges a saved model as it was judged when it was trained', { timeout: 60_000 }, async () => {
    const { code, stdout, stderr } = await spawnWellcast([
      ...['evaluate', 'customer-health', '--model', file('model'), '--data', file('test.jsonl'), '--json'],
    ]).ended;
    expect(code, stderr).toBe(0);
    const trained = JSON.parse(readFileSync(file('model/metrics.json'), 'utf8'));
    JSON.parse(stdout).guide.forEach((figure: { reached: number; interval: object }, index: number) => {
      expect(figure.reached).toBeCloseTo(trained.guide[index].reached, 6);
    });
  });

  it('names the line and the column of what does not fit', { timeout: 60_000 }, async () => {
    const lines = readFileSync(file('train.jsonl'), 'utf8').split('\n');
    const { total_spend: _, ...without } = JSON.parse(lines[1]!);
    writeFileSync(file('broken.jsonl'), [lines[0], JSON.stringify(without)].join('\n'));
    const { code, stderr } = await spawnWellcast([
      ...['train', 'customer-health', '--train-data', file('broken.jsonl'), '--val-data', file('val.jsonl')],
      ...['--test-data', file('test.jsonl'), '--output-dir', file('none')],
    ]).ended;
    expect(code).not.toBe(0);
    expect(stderr).toMatch(/broken\.jsonl, line 2: total_spend must be/);
  });
});
