import { App } from 'aws-cdk-lib';
import { configFromContext, InvalidConfigError } from '../lib/config-from-context.ts';
import { addValidations } from '../lib/stacks/add-validations.ts';
import { makeStacks } from '../lib/stacks/make-stacks.ts';

const app = new App();
try {
  makeStacks(app, configFromContext(app.node.getAllContext()));
  addValidations(app);
} catch (error) {
  if (!(error instanceof InvalidConfigError)) throw error;
  console.error(error.message);
  process.exit(2);
}
