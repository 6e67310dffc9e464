import { RecordType } from '../../ml/narratives/record-type.ts';
import { answerOf, type TrainingLine } from '../../ml/narratives/verify/training-line.ts';
import { table } from '../cli/table.ts';
import { wrap } from '../cli/wrap.ts';
import type { NarrativesDemoResult } from './narratives-demo.ts';

const shown: RecordType = 'StepsRecord';
const width = 76;

const typeRow = (lines: readonly TrainingLine[], recordType: RecordType): string[] => {
  const own = lines.flatMap(({ metadata }) => (metadata?.record_type === recordType ? [metadata] : []));
  const records = own.reduce((sum, { record_count: count }) => sum + count, 0);
  return [recordType, records.toLocaleString('en'), String(own.length), own[0]?.health_domain ?? '–'];
};

const exampleLines = (lines: readonly TrainingLine[]): string[] => {
  const line = lines.find(({ metadata }) => metadata?.record_type === shown);
  if (line === undefined || !('instruction' in line)) return [];
  const field = (name: string, text: string) => wrap(`${name.padEnd(12)} ${text}`, width, ' '.repeat(13));
  return [
    '',
    'One of them',
    ...field('instruction', line.instruction),
    ...field('input', line.input),
    ...field('output', answerOf(line)),
    ...field('user_id', `${line.metadata?.user_id ?? ''} (a pseudonym)`),
    ...field('source_key', line.metadata?.source_key ?? ''),
  ];
};

/** What the narratives' part of the demonstration came to, for a person in a terminal. */
export const narrativesLines = (result: NarrativesDemoResult): string[] => [
  `Training lines from health records: ${result.exports} exports in, ${result.lines.length} lines out` +
    (result.newLines === result.lines.length ? '' : ` (${result.newLines} new)`),
  ...[
    ...table([
      ['', 'records', 'lines', 'domain'],
      ...RecordType.options.map((recordType) => typeRow(result.lines, recordType)),
    ]),
    ...result.setAside.flatMap((reason) => wrap(`set aside: ${reason}`, width, '  ')),
    ...exampleLines(result.lines),
    '',
    ...result.files,
  ].map((line) => (line === '' ? '' : `  ${line}`)),
];
