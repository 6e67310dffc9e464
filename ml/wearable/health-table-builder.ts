import { TableError } from '../preprocessing/table-error.ts';
import { parseTimestamp } from '../time/parse-timestamp.ts';
import {
  earliestSampleMs,
  type MeasuredFeatureName,
  measuredFeatureNames,
  mostMeasured,
} from './health-sample.ts';
import type { LabelledSample, SamplesByUser } from './labelled-sample.ts';
import { normalLabel } from './windows.ts';

/** Whose samples they are where a file does not say. */
const onlyUser = 'user';

export interface HealthTableBuilder {
  startFile(header: readonly string[], file: string): void;
  addRow(cells: readonly string[], line: number): void;
  /** @throws {TableError} when no row was added */
  finish(): SamplesByUser;
}

/** Where the columns are; −1 where there is none. */
interface Columns {
  readonly file: string;
  readonly user: number;
  readonly timestamp: number;
  readonly label: number;
  readonly measured: readonly (readonly [MeasuredFeatureName, number])[];
}

const readHeader = (header: readonly string[], file: string): Columns => {
  const timestamp = header.indexOf('timestamp');
  if (timestamp < 0) {
    throw new TableError(
      `${file} has no column timestamp; it needs timestamp (ms) and some of ${measuredFeatureNames.join(', ')}, and may have userId and label.`,
      { file },
    );
  }
  return {
    file,
    user: header.indexOf('userId'),
    timestamp,
    label: header.indexOf('label'),
    measured: measuredFeatureNames
      .map((name) => [name, header.indexOf(name)] as const)
      .filter(([, column]) => column >= 0),
  };
};

const latestMs = Date.UTC(9999, 11, 31);

/** Milliseconds, or an ISO 8601 text. */
const readTime = (cell: string): number | undefined =>
  /^\d+$/.test(cell) ? Number(cell) : parseTimestamp(cell);

/** A heart that beats has a rate; of all else there may have been none. */
const isMeasurable = (name: MeasuredFeatureName, value: number): boolean =>
  Number.isFinite(value) && value <= mostMeasured[name] && (name === 'heartRate' ? value > 0 : value >= 0);

const readSample = (cells: readonly string[], columns: Columns, line: number): LabelledSample => {
  const { file } = columns;
  const timestampMs = readTime(cells[columns.timestamp] ?? '');
  if (timestampMs === undefined) {
    throw new TableError(`${file}, line ${line}: the timestamp is neither ms since 1970 nor ISO 8601.`, {
      file,
      line,
    });
  }
  if (timestampMs < earliestSampleMs || timestampMs > latestMs) {
    throw new TableError(
      `${file}, line ${line}: the timestamp does not lie in 2000 to 9999; it is ms since 1970 UTC, not seconds.`,
      { file, line },
    );
  }
  const measured = columns.measured.flatMap(([name, column]) => {
    const cell = cells[column]?.trim() ?? '';
    if (cell === '') return [];
    const value = Number(cell);
    if (!isMeasurable(name, value)) {
      const allowed = `a number ${name === 'heartRate' ? 'above' : 'of at least'} 0, at most ${mostMeasured[name]}`;
      throw new TableError(
        `${file}, line ${line}: ${name} is not ${allowed}; leave empty what was not measured.`,
        { file, line, column: name },
      );
    }
    return [[name, value] as const];
  });
  const label = cells[columns.label]?.trim();
  return { timestampMs, ...Object.fromEntries(measured), label: label ? label : normalLabel };
};

/**
 * Collects rows of CSV files into each user's samples, ascending in time: columns userId (one user when there is
 * none), timestamp (ms since 1970, or ISO 8601), heartRate, steps, calories, distance (an empty cell is missing)
 * and label (`normal` when there is none).
 */
export const healthTableBuilder = (): HealthTableBuilder => {
  const users = new Map<string, LabelledSample[]>();
  let columns: Columns | undefined;
  return {
    startFile: (header, file) => {
      columns = readHeader(header, file);
    },
    addRow: (cells, line) => {
      if (columns === undefined) throw new TableError('A row came before the header of its file.', { line });
      const user = (columns.user < 0 ? undefined : cells[columns.user]) || onlyUser;
      const sample = readSample(cells, columns, line);
      const samples = users.get(user);
      if (samples === undefined) users.set(user, [sample]);
      else samples.push(sample);
    },
    finish: () => {
      if (users.size === 0) throw new TableError('The files hold a header and no samples.');
      for (const samples of users.values()) samples.sort((a, b) => a.timestampMs - b.timestampMs);
      return users;
    },
  };
};
