import { InvalidRequestError } from '../../ml/invalid-request-error.ts';
import type { LineOutcome } from '../../ml/narratives/line/line-outcome.ts';
import type { LineSettings } from '../../ml/narratives/line/line-settings.ts';
import { makeTrainingLine } from '../../ml/narratives/line/make-training-line.ts';
import type { NarrativeRequest } from '../../ml/narratives/narrative-request.ts';
import { mapWithLimit } from '../shared/map-with-limit.ts';
import { monthAt } from '../shared/narratives/training-month.ts';
import { findPeople, type PeopleDeps, type Person } from './find-people.ts';
import { type FormatOutcome, failed, isUnsettled } from './format-outcome.ts';
import { refuseOrQuarantine } from './quarantine.ts';
import { type Example, type StoreExamplesDeps, storeExamples } from './store-examples.ts';

export interface FormatDeps extends PeopleDeps, StoreExamplesDeps {
  readonly settings: LineSettings;
}

/** A narrative, or what was wrong with what should have been one. */
export type NarrativeEntry = NarrativeRequest | InvalidRequestError;

const quarantinesAtOnce = 8;

/**
 * Narratives become training lines, each distinct one exactly once, whatever fails and whoever sends the same.
 *
 * @returns outcomes in the order of the entries; none of them sinks another
 */
export const makeFormatTrainingNarratives =
  (deps: FormatDeps) =>
  async (entries: readonly NarrativeEntry[]): Promise<readonly FormatOutcome[]> => {
    const requests = entries.filter(
      (entry): entry is NarrativeRequest => !(entry instanceof InvalidRequestError),
    );
    const people = await findPeople(
      deps,
      requests.map(({ sourceMetadata }) => sourceMetadata.userId),
    );
    // One moment for all: a line lies under the month that it tells, also at midnight.
    const processedAtMs = deps.clock.now();
    const written = entries.map((entry) => writeLine(deps, entry, { people, processedAtMs }));
    const examples = written.filter((line) => 'line' in line);
    const stored = await storeExamples(deps, monthAt(processedAtMs), examples);
    const outcomeOf = new Map(examples.map((example, index) => [example, stored[index] ?? failed]));
    const outcomes = await mapWithLimit(written, quarantinesAtOnce, async (line, index) => {
      if ('success' in line) return line;
      const entry = entries[index];
      if (line.ok) return outcomeOf.get(line) ?? failed;
      return entry === undefined || entry instanceof InvalidRequestError
        ? failed
        : setAside(deps, entry, line);
    });
    report(deps, outcomes);
    return outcomes;
  };

const writeLine = (
  { settings, telemetry }: FormatDeps,
  entry: NarrativeEntry,
  { people, processedAtMs }: { readonly people: ReadonlyMap<string, Person>; readonly processedAtMs: number },
): LineOutcome | FormatOutcome => {
  if (entry instanceof InvalidRequestError) {
    const { code, message } = entry;
    return { success: false, reason: 'invalid', error: { code, message } };
  }
  const person = people.get(entry.sourceMetadata.userId) ?? { outcome: failed };
  if (person.personKey === undefined) return person.outcome;
  try {
    return makeTrainingLine(entry, { settings, personKey: person.personKey, processedAtMs });
  } catch (error) {
    telemetry.error('a training line could not be made', error);
    return failed;
  }
};

const setAside = async (
  deps: FormatDeps,
  request: NarrativeRequest,
  refused: Exclude<LineOutcome, Example>,
): Promise<FormatOutcome> => {
  try {
    return await refuseOrQuarantine(deps, request, refused);
  } catch (error) {
    deps.telemetry.error('an example could not be set aside', error);
    return failed;
  }
};

const report = ({ telemetry }: FormatDeps, outcomes: readonly FormatOutcome[]): void => {
  const count = (holds: (outcome: FormatOutcome) => boolean) => outcomes.filter(holds).length;
  const because = (reason: string) => count((outcome) => !outcome.success && outcome.reason === reason);
  const figures = {
    NarrativesStored: count(({ success }) => success),
    NarrativesDuplicate: because('duplicate'),
    NarrativesRefused: because('refused') + because('invalid'),
    NarrativesQuarantined: because('quarantined'),
    NarrativesUnsettled: count(isUnsettled),
    IdentifiersMasked: outcomes
      .flatMap((outcome) => (outcome.success ? Object.values(outcome.masked) : []))
      .reduce((sum, hits) => sum + hits, 0),
  } as const;
  telemetry.count('NarrativesStored', figures.NarrativesStored);
  telemetry.count('NarrativesDuplicate', figures.NarrativesDuplicate);
  telemetry.count('NarrativesRefused', figures.NarrativesRefused);
  telemetry.count('NarrativesQuarantined', figures.NarrativesQuarantined);
  telemetry.count('NarrativesUnsettled', figures.NarrativesUnsettled);
  telemetry.count('IdentifiersMasked', figures.IdentifiersMasked);
  telemetry.info('narratives formatted', figures);
};
