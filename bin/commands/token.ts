import path from 'node:path';
import { Command } from 'commander';
import { UsageError } from '../cli/usage-error.ts';

/** `wellcast token`: a login for the local HTTP front, signed with the key in its data directory. */
export const tokenCommand = (): Command =>
  new Command('token')
    .description('Print a login token for the local HTTP front')
    .requiredOption('--user <id>', 'who logs in; becomes the claim "sub"')
    .option('--groups <list>', 'comma-separated groups, such as admins,scientists', '')
    .option('--expires-in <time>', 'how long it holds, such as 30m or 1h', '1h')
    .option('--data-dir <dir>', 'the data directory of the local AWS', '.wellcast')
    .option('--json', 'print {"token": …}', false)
    .action(
      async (options: {
        user: string;
        groups: string;
        expiresIn: string;
        dataDir: string;
        json: boolean;
      }) => {
        const { issueToken } = await import('../../local/http-front/token.ts');
        if (options.user.trim() === '') throw new UsageError('--user takes an id; it was empty.');
        const token = await issueToken({
          dataDir: path.resolve(options.dataDir),
          user: options.user,
          groups: options.groups.split(',').filter((group) => group !== ''),
          expiresIn: options.expiresIn,
          now: Date.now(),
        }).catch((error: unknown) => {
          throw error instanceof RangeError ? new UsageError(error.message) : error;
        });
        process.stdout.write(`${options.json ? JSON.stringify({ token }) : token}\n`);
      },
    );
