/**
 * What the image runs: SageMaker passes `train` or `serve`. Each loads only what it needs, since training brings
 * tfjs and plots that serving must not wait for.
 */
const [command = 'train'] = process.argv.slice(2);
if (command === 'train') await import('./train.ts');
else if (command === 'serve') await import('./serve.ts');
else {
  process.stderr.write(`This image can train or serve; it was started with the argument ${command}.\n`);
  process.exitCode = 2;
}
