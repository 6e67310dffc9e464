/**
 * A training container of a few lines: the hyper-parameter `mode` says what becomes of it. It prints what it sees,
 * so that a test can look.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = process.env.ML_ROOT ?? '';
const inRoot = (name: string) => path.join(root, name);
const { mode, pid_file: pidFile } = JSON.parse(
  readFileSync(inRoot('input/config/hyperparameters.json'), 'utf8'),
);
const save = (text: string) => writeFileSync(inRoot('model/model.txt'), text);

if (pidFile !== undefined) writeFileSync(pidFile, String(process.pid));
console.log(`arguments ${process.argv.slice(2).join(' ')}`);
console.log(`variables ${Object.keys(process.env).sort().join(' ')}`);
console.log(`train ${readdirSync(inRoot('input/data/train')).sort().join(' ')}`);
console.log(`resumed ${existsSync(inRoot('checkpoints/step.txt'))}`);
writeFileSync(inRoot('checkpoints/step.txt'), '1');

if (mode === 'fail') {
  writeFileSync(inRoot('output/failure'), `the learning rate diverged${'!'.repeat(2000)}`);
  process.exitCode = 1;
} else if (mode === 'wait') {
  const staysOpen = setInterval(() => {}, 1000);
  process.once('SIGTERM', () => {
    save('saved at the last moment');
    clearInterval(staysOpen);
  });
  console.log('waiting');
} else if (mode === 'spin') {
  console.log('waiting');
  for (;;);
} else {
  save('a model');
}
