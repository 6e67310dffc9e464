/** Ends the process, at once and for good, when the other end of file descriptor 3 is gone. */
import { Socket } from 'node:net';

const die = (): void => {
  process.kill(process.pid, 'SIGKILL');
};

const pipe = new Socket({ fd: 3, readable: true, writable: false });
pipe.on('end', die).on('close', die).on('error', die).resume();
