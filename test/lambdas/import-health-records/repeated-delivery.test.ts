import { describe, expect, it } from 'vitest';
import { generateExport } from '../../../ml/synthetic/health-connect/generate-export.ts';
import { avroBlock, avroContainer, glucoseAt, glucoseSchema } from '../../support/avro-container.ts';
import { eventFor, importSetUp, userId } from './set-up.ts';

const steps = generateExport({
  recordType: 'StepsRecord',
  seed: 1,
  days: 2,
  exportedAtMs: Date.UTC(2025, 10, 15, 9),
});
const oneOutOfRange = avroContainer({ 'avro.schema': JSON.stringify(glucoseSchema) }, [
  avroBlock(glucoseSchema, [glucoseAt(0, 100), glucoseAt(5, 4000)]),
]);
const files = [
  ['a good file', steps, `raw/StepsRecord/2025/11/15/${userId}_1763202600000_a1.avro`],
  [
    'one with a record left out',
    oneOutOfRange,
    `raw/BloodGlucoseRecord/2025/11/15/${userId}_1763202600000_a1.avro`,
  ],
  ['one that is none', Buffer.from('none'), `raw/StepsRecord/2025/11/15/${userId}_1763202600000_a1.avro`],
] as const;
const ports = ['exports', 'records', 'narratives', 'objects'] as const;
const moments = ['before', 'after'] as const;

/** What is there in the end, however often a narrative was sent: the formatter writes the same one once. */
const stateOf = ({ stored, sent, entries }: ReturnType<typeof importSetUp>) => ({
  stored: new Set(stored.map((record) => JSON.stringify(record))),
  sent: new Set(sent.map((request) => JSON.stringify(request))),
  entries: entries(),
});

describe.each(files)('an import of %s that fails half-way', (_name, file, key) => {
  const faults = ports.flatMap((port) => moments.map((moment) => [port, moment] as const));

  it.each(faults)('at %s, %s the call was done: the next delivery makes it good', async (port, moment) => {
    const undisturbed = importSetUp(file);
    await undisturbed.run(eventFor(key));
    const shaken = importSetUp(file, {}, { port, moment });
    const first = await shaken.run(eventFor(key)).then(
      () => 'done',
      (error: Error) => error.message,
    );
    expect(['done', 'injected']).toContain(first);
    await shaken.run(eventFor(key));
    expect(stateOf(shaken)).toEqual(stateOf(undisturbed));
  });
});
