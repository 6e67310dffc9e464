import { describe, expect, it } from 'vitest';
import { workflows } from '../../../lib/catalog-fan-out.ts';
import { Config } from '../../../lib/config.ts';
import { evaluateTemplate } from '../../../local/step-functions/evaluate-template.ts';
import { substitute } from '../../../local/step-functions/open-step-functions.ts';
import { parseDefinition } from '../../../local/step-functions/parse-definition.ts';
import { checkedSize } from '../../../local/step-functions/state-size.ts';

const { definition } = workflows(Config.parse({})).trainingPipeline;
const { PlanTrainingParts: plan, ...others } = definition.States;
const parse = (changed: object) => () => parseDefinition(JSON.stringify(changed));
const withPlan = (changes: object) =>
  parse({ ...definition, States: { ...others, PlanTrainingParts: { ...plan, ...changes } } });

describe('a definition', () => {
  it('is run as it stands in the catalogue', () => {
    expect(parseDefinition(JSON.stringify(definition))).toEqual(definition);
  });

  it.each([
    ['a state of another type', withPlan({ Type: 'Wait', Seconds: 1 })],
    ['another integration', withPlan({ Resource: 'arn:aws:states:::sqs:sendMessage' })],
    ['a field beyond ours', withPlan({ Catch: [] })],
    [
      'an unknown field of a retrier',
      withPlan({ Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 1, Jitter: 1 }] }),
    ],
    ['JSONPath', parse({ ...definition, QueryLanguage: 'JSONPath' })],
    ['a start that is not there', parse({ ...definition, StartAt: 'Nowhere' })],
    ['a way to nowhere', withPlan({ Next: 'Nowhere' })],
    ['both a next state and an end', withPlan({ End: true })],
    [
      'a state without a way on',
      parse({ ...definition, States: { ...others, PlanTrainingParts: { ...plan, Next: undefined } } }),
    ],
  ])('with %s is an error, never passed over', (_what, parsing) => {
    expect(parsing).toThrow(/definition/);
  });

  it('names only what it is given a value for', () => {
    expect(substitute(`"\${list}" "\${work}"`, { list: 'arn', work: 'bucket' })).toBe('"arn" "bucket"');
    expect(() => substitute(`"\${list}"`, {})).toThrow('list');
  });
});

describe('an expression', () => {
  const states = { input: { run: 'runs/1/', items: [1, 2] }, result: { Payload: { n: 1 } }, context: {} };

  it('is put in wherever it stands', async () => {
    const template = { a: '{% $states.input.run %}', b: ['{% $states.result.Payload %}', 'plain', 1, null] };
    expect(await evaluateTemplate(template, states)).toEqual({
      a: 'runs/1/',
      b: [{ n: 1 }, 'plain', 1, null],
    });
    expect(await evaluateTemplate('{% $states.input.items %}', states)).toEqual([1, 2]);
  });

  it.each(['{% $states.input.none %}', '{% $nothing() %}', '{% ( %}'])(
    '%s fails the state',
    async (template) => {
      await expect(evaluateTemplate(template, states)).rejects.toMatchObject({
        error: 'States.QueryEvaluationError',
      });
    },
  );
});

it('state data over 256 KiB is refused', () => {
  expect(checkedSize('x'.repeat(262_142))).toHaveLength(262_144);
  expect(() => checkedSize('x'.repeat(262_143))).toThrow('States.DataLimitExceeded');
});
