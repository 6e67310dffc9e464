import * as z from 'zod';
import type { Catalog } from '../../lib/catalog-shapes.ts';
import type { LambdaFunctions } from '../lambda/lambda-functions.ts';
import type { EmitLocalEvent } from '../local-event.ts';
import type { ResourceNames } from '../resource-names.ts';
import type { S3Access } from '../s3/s3-access.ts';
import { type Executions, makeExecutions } from './executions.ts';
import { parseDefinition } from './parse-definition.ts';
import type { Surroundings } from './run-task.ts';
import { StateError } from './state-error.ts';
import { makeStepFunctionsService } from './step-functions-service.ts';

export interface StepFunctionsSettings {
  readonly catalog: Catalog;
  readonly folder: string;
  readonly names: ResourceNames;
  readonly functions: LambdaFunctions;
  readonly s3: S3Access;
  readonly maxWaitMs: number;
  readonly emit: EmitLocalEvent;
}

/** A definition as CloudFormation leaves it: `${id}` replaced by the ARN of a function or the name of a bucket. */
export const substitute = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\$\{(\w+)\}/g, (_, id: string) => {
    const value = values[id];
    if (value === undefined) throw new Error(`The definition names ${id}, which it is given no value for.`);
    return value;
  });

const FunctionFailure = z.object({ errorType: z.string() }).catch({ errorType: 'Lambda.Unknown' });

const reachOf = ({ functions, s3 }: StepFunctionsSettings): Pick<Surroundings, 'invoke' | 'readJson'> => ({
  invoke: async (functionArn, payload) => {
    const runner = functions.find(functionArn.replace(/^.*:function:/, ''));
    if (runner === undefined)
      throw new StateError('Lambda.ResourceNotFoundException', `Function not found: ${functionArn}`);
    const answer = await runner.invoke(payload);
    if (!answer.failed) return JSON.parse(answer.payload);
    const { errorType } = FunctionFailure.parse(JSON.parse(answer.payload));
    throw new StateError(errorType, answer.payload);
  },
  readJson: async (bucket, key) => {
    const body = await s3.getObject(bucket, key).catch(() => undefined);
    if (body === undefined)
      throw new StateError('States.ItemReaderFailed', `There is no s3://${bucket}/${key} to read.`);
    return JSON.parse(Buffer.from(body).toString('utf8'));
  },
});

/** The workflows of the catalogue and the service that starts them. */
export const openStepFunctions = (settings: StepFunctionsSettings) => {
  const { catalog, names } = settings;
  const machines = new Map(
    Object.values(catalog.workflows).map(({ name, definition, functions, bucket }) => {
      const values = {
        ...Object.fromEntries(functions.map((id) => [id, names.functionArn(names.functionName(id))])),
        [bucket]: names.bucketName(bucket),
      };
      return [name, parseDefinition(substitute(JSON.stringify(definition), values))] as const;
    }),
  );
  const executions: Executions = makeExecutions({
    ...settings,
    machines,
    reach: { ...reachOf(settings), random: Math.random },
  });
  return { executions, service: makeStepFunctionsService(executions, machines) };
};
