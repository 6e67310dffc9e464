import {
  type App,
  CloudFormationValidatePlugin,
  type IPolicyValidationPlugin,
  Validations,
} from 'aws-cdk-lib';
import { AwsSolutionsChecks, HIPAASecurityChecks, ServerlessChecks } from 'cdk-nag';

/** Has every synthesis judged by three packs of cdk-nag and by CloudFormation's own rules, all offline. */
export const addValidations = (app: App): void => {
  Validations.of(app).addPlugins(
    new AwsSolutionsChecks(app, { verbose: true }),
    new HIPAASecurityChecks(app, { verbose: true }),
    new ServerlessChecks(app, { verbose: true }),
    // CDK's own types do not distinguish an absent property from an undefined one; ours do.
    new CloudFormationValidatePlugin() as IPolicyValidationPlugin,
  );
};
