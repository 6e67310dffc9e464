import { Command } from 'commander';
import type { DeviceTableOptions } from '../tasks/device-keys.ts';

const tableOption = ['--table <name>', 'the table of keys', 'MindMate-DeviceKeys'] as const;

const issue = new Command('issue')
  .description('Make a key for a watch, and print it: it is kept nowhere else')
  .requiredOption('--user <id>', 'whose watch it is')
  .requiredOption('--device <name>', 'what the watch is called in lists')
  .option(...tableOption)
  .option('--json', 'print {"key": …, "keyId": …}', false)
  .action(async (options: DeviceTableOptions & { user: string; device: string; json: boolean }) => {
    const { issueDeviceKey } = await import('../tasks/device-keys.ts');
    await issueDeviceKey(options);
  });

const revoke = new Command('revoke')
  .description('End a key for good')
  .requiredOption('--user <id>', 'whose watch it is')
  .requiredOption('--key-id <id>', 'which key, as `list` names it')
  .option(...tableOption)
  .action(async (options: DeviceTableOptions & { user: string; keyId: string }) => {
    const { revokeDeviceKey } = await import('../tasks/device-keys.ts');
    await revokeDeviceKey(options);
  });

const list = new Command('list')
  .description("A person's keys, oldest first")
  .requiredOption('--user <id>', 'whose')
  .option(...tableOption)
  .option('--json', 'print the list as JSON', false)
  .action(async (options: DeviceTableOptions & { user: string; json: boolean }) => {
    const { listDeviceKeys } = await import('../tasks/device-keys.ts');
    await listDeviceKeys(options);
  });

/** `wellcast devices`: the keys with which watches send what they measure. */
export const devicesCommand = (): Command =>
  new Command('devices')
    .description('Keys of watches, for the routes under /device/')
    .addCommand(issue)
    .addCommand(revoke)
    .addCommand(list);
