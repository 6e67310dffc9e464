/**
 * Resting heart rate of four people around a COVID-19 infection, by the protocol of LAAD (see
 * docs/wearable-evaluation.md); or, to choose the score beforehand, two other people with an infection added.
 *
 *   mkdir /tmp/covid && for f in ../shared/data/covid-wearables/*.xz; do xz -dc "$f" > /tmp/covid/"$(basename "$f" .xz)"; done
 *   node bench/studies/covid-wearables.ts /tmp/covid ../shared/data/covid-wearables/labels.csv
 *   node bench/studies/covid-wearables.ts --choose ../shared/data/fitbit-minute/minute_hr_steps_2users.csv.gz
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { table } from '../../bin/cli/table.ts';
import { errorKinds } from '../../ml/wearable/error-model.ts';
import { AutoencoderOptions } from '../../ml/wearable/training/training-options.ts';
import {
  figuresLine,
  type JudgedPerson,
  judgeByZScore,
  judgePerson,
  type Part,
  trainOnResting,
} from './judge-resting.ts';
import { readMinutes } from './read-minutes.ts';
import { restingHeartRate } from './resting-heart-rate.ts';

/** Chosen with --choose: a network that can hardly do more than expect the usual. */
const options = AutoencoderOptions.parse({
  units: [8],
  encodingDim: 1,
  dropout: 0.5,
  learningRate: 0.003,
  epochs: 10,
  seed: 1,
});

const partOf = (daysAfterOnset: number): Part => {
  if (daysAfterOnset < -20) return 'train';
  if (daysAfterOnset < -10) return 'normal';
  return daysAfterOnset >= -7 && daysAfterOnset < 21 ? 'ill' : 'unused';
};

const readPeople = async (folder: string, labels: string): Promise<JudgedPerson[]> => {
  const rows: Record<string, string>[] = parse(readFileSync(labels), { columns: true });
  const people: JudgedPerson[] = [];
  for (const { id = '', onset_date: onset = '' } of rows) {
    const file = (name: string) => path.join(folder, `${id}_${name}.csv`);
    const resting = restingHeartRate(await readMinutes(file('hr'), file('steps')));
    const onsetHour = Date.parse(onset) / 3_600_000;
    people.push({ id, ...resting, parts: resting.hours.map((hour) => partOf((hour - onsetHour) / 24)) });
  }
  return people;
};

/** Rises of the resting rate that infections bring, beats/min (Mishra et al. 2020: some 7 at the height). */
const addedBpm = [3, 5];

/** Half of each person's hours to train on; of the rest one half is normal and the other ill, both ways round. */
const addInfections = (file: string): JudgedPerson[] => {
  const rows: Record<string, string>[] = parse(gunzipSync(readFileSync(file)), { columns: true });
  const ids = [...new Set(rows.map((row) => row['Id'] ?? ''))];
  return ids.flatMap((id) => {
    const own = rows.filter((row) => row['Id'] === id);
    const { hours, rates } = restingHeartRate({
      minutes: own.map((row) => Date.parse(`${row['minute']}Z`) / 60_000),
      rates: own.map((row) => Number(row['heartRate'])),
      steps: own.map((row) => Number(row['steps'])),
    });
    const partAt = (hour: number, isLateIll: boolean): Part => {
      if (hour < hours.length / 2) return 'train';
      return hour >= hours.length * 0.75 === isLateIll ? 'ill' : 'normal';
    };
    return addedBpm.flatMap((bpm) =>
      [false, true].map((isLateIll) => {
        const parts = hours.map((_, hour) => partAt(hour, isLateIll));
        const raised = rates.map((rate, hour) => rate + (parts[hour] === 'ill' ? bpm : 0));
        return { id: `${id.slice(0, 3)}+${bpm}${isLateIll ? ' late' : ''}`, hours, rates: raised, parts };
      }),
    );
  });
};

const [first = '', second = ''] = process.argv.slice(2);
const isChoice = first === '--choose';
if (!existsSync(second)) {
  process.stdout.write('Name the data as the head of this file shows; nothing was measured.\n');
  process.exit();
}
const people = isChoice ? addInfections(second) : await readPeople(first, second);
const engine = await trainOnResting(people, options);
const lines = [
  ['', 'precision', 'recall', 'false-positive rate', 'mean AUC', 'AUC of each'],
  figuresLine(
    '|z|',
    people.map((person) => judgeByZScore(person, false)),
  ),
  figuresLine(
    'z, upwards only',
    people.map((person) => judgeByZScore(person, true)),
  ),
  ...errorKinds.map((kind) =>
    figuresLine(
      `network, ${kind}`,
      people.map((person) => judgePerson(engine, person, kind)),
    ),
  ),
];
process.stdout.write(`${table(lines).join('\n')}\n`);
