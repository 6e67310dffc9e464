import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { makeProgram } from '../../bin/program.ts';
import { spawnWellcast } from '../support/spawn-wellcast.ts';

const run = (...args: string[]) => spawnWellcast(args).ended;
const program = makeProgram();

/** A command and all that are below it. */
const withSubcommands = (command: Command): readonly Command[] => [
  command,
  ...command.commands.flatMap(withSubcommands),
];

const pathOf = (command: Command): string =>
  command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;

describe('the command line', () => {
  it('says on stdout what it can do, and exits 0', async () => {
    const end = await run('--help');
    expect(end.code).toBe(0);
    for (const command of program.commands) expect(end.stdout).toContain(`\n  ${command.name()}`);
  });

  it('has help for a command of a command, too', async () => {
    const end = await run('narratives', 'import', '--help');
    expect(end.code).toBe(0);
    expect(end.stdout).toContain('Usage: wellcast narratives import');
  });

  it.each(withSubcommands(program).map((command) => [pathOf(command), command] as const))(
    'has help for %s that fits 80 columns',
    (path, command) => {
      const help = command.configureHelp({ helpWidth: 80 }).helpInformation();
      expect(help).toContain(`Usage: ${path}`);
      expect(command.description()).not.toBe('');
      for (const line of help.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
    },
  );

  it.each([
    [['--nonsense']],
    [['nonsense']],
    [['local', '--users', 'many']],
    [['local', '--users', '0']],
    [['generate', 'users', '--seed', '1.5']],
    [['train', 'tabular']],
    [['train', 'lstm-autoencoder', '--data', 'none.csv', '--units', 'many']],
    [['train', 'lstm-autoencoder', '--data', 'none.csv', '--error', 'large']],
    [['token', '--user', '']],
    [['token', '--user', 'ada', '--expires-in', 'soon']],
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
