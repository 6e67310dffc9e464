import { describe, expect, it } from 'vitest';
import { makeStepHandler } from '../../../../lambdas/shared/runtime/make-step-handler.ts';
import {
  InsufficientSamplesError,
  SupersededError,
  TooManyFailuresError,
} from '../../../../lambdas/shared/training-dataset/dataset-errors.ts';
import { recordingTelemetry } from '../../support/recording-telemetry.ts';

const handlerThat = (run: () => Promise<unknown>) => {
  const { telemetry, counts, lines } = recordingTelemetry();
  const during = <Result>(_id: string, work: () => Promise<Result>) => work();
  const lent = { ...telemetry, during, traced: <Client>(client: Client) => client };
  const handler = makeStepHandler({ telemetry: lent, parse: (input) => input, run });
  return { call: () => handler({}, { awsRequestId: 'request-7' }), counts, lines };
};
const failing = (error: unknown) => handlerThat(() => Promise.reject(error));

describe("a step's handler", () => {
  it('answers the result itself', async () => {
    expect(await handlerThat(async () => ({ run: 'runs/1/' })).call()).toEqual({ run: 'runs/1/' });
  });

  it.each([
    new InsufficientSamplesError({ rows: 3, rowsCensored: 1 }),
    new SupersededError(),
    new TooManyFailuresError({ usersFailed: 4, usersTried: 10 }),
  ])('says Refused of what another try would not change: $code', async (error) => {
    const { call, counts } = failing(error);
    await expect(call()).rejects.toMatchObject({
      name: 'Refused',
      message: `${error.code}: ${error.message}`,
    });
    expect(counts.get('RefusedRequests')).toBe(1);
  });

  it('says StepFailed of anything else, and leaves its words to the log', async () => {
    const { call, counts, lines } = failing(new Error('row of user-42 was odd'));
    await expect(call()).rejects.toMatchObject({
      name: 'StepFailed',
      message: 'internal: the log has the details under correlation id request-7.',
    });
    expect(counts.get('FailedRequests')).toBe(1);
    expect(lines.at(-1)).toMatchObject({ level: 'error' });
  });
});
