import type { ConditionalObjects, ObjectState } from '../ports/conditional-objects.ts';
import type { TrainingSnapshot } from './take-snapshot.ts';

/**
 * The lines of a snapshot, without their line feeds, files before parts; memory holds one piece at a time.
 *
 * @throws {ObjectChangedError} when a state can no longer be had: in a bucket without versions, after a compaction
 */
export async function* readTrainingLines(
  objects: Pick<ConditionalObjects, 'stream'>,
  { files, parts }: TrainingSnapshot,
): AsyncGenerator<string> {
  for (const state of [...files, ...parts]) yield* linesOf(objects, state);
}

async function* linesOf(
  objects: Pick<ConditionalObjects, 'stream'>,
  state: ObjectState,
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let rest = '';
  for await (const piece of objects.stream(state)) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') yield line;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}
