import jsonata from 'jsonata';
import type { Template } from '../../lib/state-machine.ts';
import { StateError } from './state-error.ts';

/** What expressions see as `$states`. */
export interface StatesVariable {
  readonly input: unknown;
  readonly result?: unknown;
  readonly context: unknown;
}

type Expression = ReturnType<typeof jsonata>;
const compiled = new Map<string, Expression>();

const evaluateText = async (text: string, states: StatesVariable): Promise<unknown> => {
  const source = /^\{%([\s\S]*)%\}$/.exec(text)?.[1];
  if (source === undefined) return text;
  try {
    const expression = compiled.get(source) ?? jsonata(source);
    compiled.set(source, expression);
    const value: unknown = await expression.evaluate(undefined, { states });
    if (value === undefined) throw new Error('it returned nothing');
    // JSONata marks its own arrays; state data is plain JSON.
    return JSON.parse(JSON.stringify(value));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String((cause as { message?: unknown }).message);
    throw new StateError(
      'States.QueryEvaluationError',
      `The expression '${source.trim()}' failed: ${reason}`,
    );
  }
};

/**
 * Puts in the values of all expressions of a template.
 *
 * @throws {StateError} States.QueryEvaluationError, also where an expression returns nothing
 */
export const evaluateTemplate = async (template: Template, states: StatesVariable): Promise<unknown> => {
  if (typeof template === 'string') return evaluateText(template, states);
  if (template === null || typeof template !== 'object') return template;
  if (Array.isArray(template)) {
    return Promise.all(template.map((item: Template) => evaluateTemplate(item, states)));
  }
  const entries = await Promise.all(
    Object.entries(template).map(
      async ([name, value]) => [name, await evaluateTemplate(value, states)] as const,
    ),
  );
  return Object.fromEntries(entries);
};
