import { describe, expect, it } from 'vitest';
import { spawnWellcast } from '../support/spawn-wellcast.ts';

const run = (...args: string[]) => spawnWellcast(args).ended;
const commands = [
  ['local'],
  ['generate'],
  ['generate', 'users'],
  ['generate', 'wearable'],
  ['generate', 'customers'],
  ['train'],
  ['train', 'tabular'],
  ['train', 'lstm-autoencoder'],
  ['export'],
  ['export', 'lstm-autoencoder'],
  ['publish'],
  ['publish', 'lstm-autoencoder'],
  ['evaluate'],
  ['evaluate', 'tabular'],
  ['evaluate', 'lstm-autoencoder'],
  ['datasets'],
  ['datasets', 'encode'],
  ['customers'],
  ['customers', 'send'],
  ['customers', 'show'],
  ['customers', 'whose'],
  ['models'],
  ['models', 'list'],
  ['models', 'performance'],
  ['models', 'compare'],
  ['models', 'promote'],
  ['models', 'rollback'],
  ['devices'],
  ['devices', 'issue'],
  ['devices', 'revoke'],
  ['devices', 'list'],
  ['narratives'],
  ['narratives', 'import'],
  ['narratives', 'cat'],
  ['narratives', 'compact'],
  ['narratives', 'split'],
  ['narratives', 'verify'],
  ['invoke'],
  ['token'],
];

describe('the command line', () => {
  it('says on stdout what it can do, and exits 0', async () => {
    const end = await run('--help');
    expect(end.code).toBe(0);
    for (const [name] of commands) expect(end.stdout).toContain(`\n  ${name}`);
  });

  it('has help for every command that fits 80 columns', async () => {
    for (const command of commands) {
      const end = await run(...command, '--help');
      expect(end.code, command.join(' ')).toBe(0);
      expect(end.stdout).toContain(`Usage: wellcast ${command.join(' ')}`);
      for (const line of end.stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
    }
  });

  it.each([
    [['--nonsense']],
    [['nonsense']],
    [['local', '--users', 'many']],
    [['local', '--users', '0']],
    [['generate', 'users', '--seed', '1.5']],
    [['train', 'tabular']],
    [['devices', 'issue', '--user', 'ada']],
    [['narratives', 'cat', '--month', '2025-13']],
    [['narratives', 'import', 'none.avro', '--user', 'ada']],
    [['narratives', 'verify', '--file', 'none.jsonl']],
    [['narratives', 'compact', '--domain', 'weather']],
    [['invoke']],
    [['invoke', 'prepareTrainingData', '--payload', '{broken']],
  ])('refuses %j with one clear message on stderr and exit code 2', async (args) => {
    const end = await run(...args);
    expect(end.code).toBe(2);
    expect(end.stdout).toBe('');
    expect(end.stderr.trim()).not.toBe('');
    expect(end.stderr).not.toContain('    at ');
  });
});
