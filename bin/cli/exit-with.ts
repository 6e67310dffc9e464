import { type Command, CommanderError } from 'commander';
import { messageOfError } from './message-of-error.ts';
import { UsageError } from './usage-error.ts';

const neverExit = (command: Command): void => {
  command.exitOverride();
  for (const child of command.commands) neverExit(child);
};

/**
 * Runs the command line and sets the process's exit code: 0 done, 1 failed, 2 wrong use. An error is one line on
 * stderr; `WELLCAST_DEBUG=1` adds where it came from.
 */
export const exitWith = async (program: Command, argv: readonly string[]): Promise<void> => {
  neverExit(program);
  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    if (error instanceof CommanderError) {
      // Commander has printed its message; asking for help is not an error.
      process.exitCode = error.exitCode === 0 || error.code === 'commander.help' ? 0 : 2;
      if (error.code === 'commander.help' && argv.length > 2) process.exitCode = 2;
      return;
    }
    process.exitCode = error instanceof UsageError ? 2 : 1;
    process.stderr.write(`wellcast: ${messageOfError(error)}\n`);
    if (process.env['WELLCAST_DEBUG'] && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  }
};
