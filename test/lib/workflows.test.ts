import validateDefinition from 'asl-validator';
import { describe, expect, it } from 'vitest';
import { parseDefinition } from '../../local/step-functions/parse-definition.ts';
import { account, region } from './support/resolved-templates.ts';
import { synthesise } from './support/synthesise.ts';

const { templates, trainingStack, catalog } = synthesise();
const { trainingPipeline: spec } = catalog.workflows;
const [machine] = [...templates.resources(trainingStack, 'AWS::StepFunctions::StateMachine').values()].map(
  ({ Properties }) => Properties,
);
const definition = String(machine?.['DefinitionString']);

describe('the training pipeline', () => {
  it('is deployed with the very definition that runs locally', () => {
    expect(JSON.parse(definition)).toEqual(spec.definition);
    const substitutions = machine?.['DefinitionSubstitutions'];
    expect(substitutions).toEqual({
      ...Object.fromEntries(
        spec.functions.map((id) => [
          id,
          `arn:aws:lambda:${region}:${account}:function:${catalog.functions[id].name}`,
        ]),
      ),
      trainingWork: `mindmate-training-work-${account}`,
    });
    const named = [...definition.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name);
    expect(new Set(named)).toEqual(new Set(Object.keys(Object(substitutions))));
    expect(() => parseDefinition(definition)).not.toThrow();
  });

  it('is valid Amazon States Language', () => {
    expect(validateDefinition(JSON.parse(definition))).toMatchObject({ errors: [], isValid: true });
  });

  it('logs every event without its data, is traced, and encrypts its history', () => {
    expect(machine).toMatchObject({
      StateMachineName: 'mindmate-training-pipeline',
      StateMachineType: 'STANDARD',
      LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: false },
      TracingConfiguration: { Enabled: true },
      EncryptionConfiguration: { Type: 'CUSTOMER_MANAGED_KMS_KEY' },
    });
  });
});
