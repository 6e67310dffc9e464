import { loadServedModel } from './serving/load-served-model.ts';
import { makeModelServer } from './serving/make-model-server.ts';
import { trainingFolders } from './training-folders.ts';

const report = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const served = await loadServedModel(trainingFolders(process.env['ML_ROOT'] ?? '/opt/ml').model);
if (served.kind === 'unusable') {
  // Nothing that waiting would mend: SageMaker shows these lines when it gives the endpoint up.
  for (const { code, message } of served.problems) process.stderr.write(`${code}: ${message}\n`);
  process.exitCode = 1;
} else {
  // SageMaker calls port 8080 unless it names another.
  const port = Number(process.env['SAGEMAKER_BIND_TO_PORT'] ?? 8080);
  const host = process.env['BIND_HOST'] ?? '0.0.0.0';
  const server = makeModelServer({ served, report });
  server.listen(port, host, () =>
    report(
      served.kind === 'model'
        ? `serving customer-health ${served.version} on port ${port}`
        : `no model on port ${port}`,
    ),
  );
  process.on('SIGTERM', () => {
    server.close();
    server.closeIdleConnections();
  });
}
