import { spawn } from 'node:child_process';

const program = (): string | undefined => {
  if (process.platform === 'darwin') return 'open';
  const hasDisplay = Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
  return process.platform === 'linux' && hasDisplay ? 'xdg-open' : undefined;
};

/** Opens an address in the person's browser, where there is a person at a terminal and a display; else nothing. */
export const openAddress = (address: string): void => {
  const opener = program();
  if (opener === undefined || !process.stdout.isTTY) return;
  const child = spawn(opener, [address], { stdio: 'ignore', detached: true });
  // The address has been printed: whoever has no such program opens it by hand.
  child.on('error', () => {});
  child.unref();
};
