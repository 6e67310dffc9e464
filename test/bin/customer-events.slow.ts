import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestAws, type TestAws } from '../support/local-aws.ts';
import { spawnWellcast } from '../support/spawn-wellcast.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'wellcast-customer-events-'));
const events = path.join(folder, 'events.jsonl');
const today = new Date().toISOString().slice(0, 10);

describe('wellcast customers', () => {
  let aws: TestAws;
  beforeAll(async () => {
    aws = await startTestAws();
  });
  afterAll(async () => {
    await aws.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const wellcast = (...args: string[]) => spawnWellcast(args, aws.clientEnvironment).ended;

  it("replays made-up customers' events, refuses a line that is none, and shows what the rest came to", {
    timeout: 120_000,
  }, async () => {
    const output = path.join(folder, 'files');
    const made = await wellcast(
      ...['generate', 'customers', '--count', '20', '--cutoff', today],
      ...['--output', output, '--events', events],
    );
    expect(made.code, made.stderr).toBe(0);
    const lines = readFileSync(events, 'utf8').trimEnd().split('\n');
    appendFileSync(events, '{"type":"login"}\n');

    const sent = await wellcast('customers', 'send', events, '--json');
    expect(sent.code).toBe(1);
    expect(JSON.parse(sent.stdout)).toEqual({ sent: lines.length, refused: 1 });
    expect(sent.stderr).toContain(`line ${lines.length + 1}: schemaVersion must be 1`);
    await aws.settled();

    const shown = await wellcast('customers', 'show', 'customer_000001', '--json');
    expect(shown.code, shown.stderr).toBe(0);
    const { features } = JSON.parse(shown.stdout);
    const [row] = readFileSync(path.join(output, 'full_dataset.jsonl'), 'utf8').split('\n');
    // What does not age since midnight: the lifetime.
    for (const name of ['total_sessions', 'total_spend', 'tutor_consistency', 'first_session_success']) {
      expect(features[name], name).toBe(JSON.parse(row ?? '')[name]);
    }
    const table = await wellcast('customers', 'show', 'customer_000001');
    expect(table.stdout).toMatch(/^total_sessions +\d+$/m);

    const nobody = await wellcast('customers', 'show', 'nobody');
    expect(nobody).toMatchObject({ code: 2, stdout: '' });
    expect((await wellcast('customers', 'whose', 'no-alert')).code).toBe(2);
  });
});
