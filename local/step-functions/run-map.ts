import * as z from 'zod';
import type { MapState } from '../../lib/state-machine.ts';
import { evaluateTemplate } from './evaluate-template.ts';
import type { MapProgress } from './map-progress.ts';
import { runTask, type Surroundings } from './run-task.ts';
import { StateError } from './state-error.ts';
import { checkedSize } from './state-size.ts';

const Items = z.array(z.unknown());

const readItems = async (
  state: MapState,
  states: { readonly input: unknown; readonly context: unknown },
  surroundings: Surroundings,
): Promise<readonly unknown[]> => {
  const { Bucket, Key } = z
    .object({ Bucket: z.string(), Key: z.string() })
    .parse(await evaluateTemplate(state.ItemReader.Arguments, states));
  const items = Items.safeParse(await surroundings.readJson(Bucket, Key));
  if (items.success) return items.data;
  throw new StateError('States.ItemReaderFailed', `s3://${Bucket}/${Key} holds no JSON array.`);
};

const runChild = async (
  state: MapState,
  states: { readonly input: unknown; readonly context: object },
  { surroundings, item }: { surroundings: Surroundings; item: { Index: number; Value: unknown } },
): Promise<unknown> => {
  const { States, StartAt } = state.ItemProcessor;
  const context = { ...states.context, Map: { Item: item } };
  let data = await evaluateTemplate(state.ItemSelector, { input: states.input, context });
  for (let name: string | undefined = StartAt; name !== undefined; name = States[name]?.Next) {
    const child = States[name];
    if (child === undefined) throw new StateError('States.Runtime', `There is no state ${name}.`);
    data = await runTask(child, { input: data, context: states.context }, surroundings);
  }
  return data;
};

/**
 * Runs a distributed Map state: a child for each item, so many at once, each remembered when it is done, so that
 * neither a restart nor a redrive does it again.
 *
 * @returns the children's outputs in the order of the items, or what the state's Output makes of them
 * @throws {StateError} States.ExceedToleratedFailureThreshold when more children failed than are tolerated
 */
export const runMap = async (
  state: MapState,
  states: { readonly input: unknown; readonly context: object },
  { surroundings, progress }: { surroundings: Surroundings; progress: MapProgress },
): Promise<unknown> => {
  const items = progress.items() ?? (await readItems(state, states, surroundings));
  progress.begin(items);
  const waiting = [...items.keys()].filter((index) => !progress.isDone(index));
  const tolerated = (items.length * state.ToleratedFailurePercentage) / 100;
  const endings: unknown[] = [];
  const work = async (): Promise<void> => {
    for (let Index = waiting.shift(); Index !== undefined; Index = waiting.shift()) {
      if (progress.failed() > tolerated || endings.length > 0) return;
      progress.start(Index);
      try {
        const item = { Index, Value: items[Index] };
        progress.succeed(Index, await runChild(state, states, { surroundings, item }));
      } catch (failure) {
        if (failure instanceof StateError) progress.fail(Index, failure);
        else endings.push(failure);
      }
    }
  };
  const atOnce = state.MaxConcurrency === 0 ? items.length : state.MaxConcurrency;
  await Promise.all(Array.from({ length: Math.min(atOnce, waiting.length) }, work));
  if (endings.length > 0) throw endings[0];
  if (progress.failed() > tolerated) {
    throw new StateError(
      'States.ExceedToleratedFailureThreshold',
      `The specified tolerated failure threshold was exceeded: ${progress.failed()} of ${items.length} children failed, the first with ${progress.firstFailure()}`,
    );
  }
  const result = items.map((_, index) => progress.outputOf(index) ?? null);
  checkedSize(result);
  if (state.Output === undefined) return result;
  const output = await evaluateTemplate(state.Output, { ...states, result });
  checkedSize(output);
  return output;
};
