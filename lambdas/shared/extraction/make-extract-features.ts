import { DomainError } from '../../../ml/domain-error.ts';
import type { Journal } from '../../../ml/features/journal.ts';
import { defaultAsOf } from '../../../ml/time/default-as-of.ts';
import { mapWithLimit } from '../map-with-limit.ts';
import type { Clock } from '../ports/clock.ts';
import type { JournalPart, JournalReader } from '../ports/journal-reader.ts';
import type { Telemetry } from '../ports/telemetry.ts';
import { OptedOutError } from '../user-errors.ts';
import type { FeatureRequest } from './feature-request.ts';

/** Instant to look back from, and over how many local dates. */
export interface FeatureWindow {
  readonly asOf: number;
  readonly days: number;
}

export interface FeatureExtraction<Features> {
  readonly journals: JournalReader;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  readonly part: JournalPart;
  readonly extract: (journal: Journal, window: FeatureWindow) => Features | Promise<Features>;
}

export type FeatureResult<Features> =
  | { readonly ok: true; readonly features: Features; readonly asOf: string; readonly skippedItems: number }
  | { readonly ok: false; readonly error: { readonly code: string; readonly message: string } };

/** Persons read at once; a batch is 25, and more connections than this gain nothing. */
const personsAtOnce = 10;

/**
 * The use case that the three feature functions share: read each person once, compute at each cut-off.
 *
 * A single request answers the flat features or throws; a batch answers one result or one error for each request,
 * in their order and without user ids.
 */
export const makeExtractFeatures =
  <Features>(deps: FeatureExtraction<Features>) =>
  async (request: FeatureRequest): Promise<Features | { results: readonly FeatureResult<Features>[] }> => {
    if ('userId' in request) {
      const [outcome] = await extractForPerson(deps, { ...request, asOfs: [request.asOf] });
      if (outcome === undefined || 'failure' in outcome) throw outcome?.failure;
      return outcome.features;
    }
    const { requests, days } = request;
    const results = new Array<FeatureResult<Features>>(requests.length);
    const positionsOfPerson = Map.groupBy(requests.keys(), (position) => requests[position]?.userId ?? '');
    await mapWithLimit([...positionsOfPerson], personsAtOnce, async ([userId, positions]) => {
      const asOfs = positions.map((position) => requests[position]?.asOf);
      const outcomes = await extractForPerson(deps, { userId, days, asOfs });
      for (const [index, outcome] of outcomes.entries())
        results[positions[index] as number] = resultOf(outcome);
    });
    deps.telemetry.info('features extracted', {
      requests: requests.length,
      persons: positionsOfPerson.size,
      failed: results.filter((result) => !result.ok).length,
    });
    return { results };
  };

type Outcome<Features> =
  | { readonly features: Features; readonly asOf: number; readonly skippedItems: number }
  | { readonly failure: unknown };

const extractForPerson = async <Features>(
  deps: FeatureExtraction<Features>,
  person: { userId: string; days: number; asOfs: readonly (number | undefined)[] },
): Promise<readonly Outcome<Features>[]> => {
  try {
    const { journal, optedOut, skippedItems } = await deps.journals.read(person.userId, deps.part);
    if (optedOut) throw new OptedOutError();
    if (skippedItems > 0) deps.telemetry.count('SkippedItems', skippedItems);
    const outcomes: Outcome<Features>[] = [];
    for (const requested of person.asOfs) {
      const asOf = requested ?? defaultAsOf(deps.clock.now(), journal.timeZone);
      const features = await deps.extract(journal, { asOf, days: person.days });
      outcomes.push({ features, asOf, skippedItems });
    }
    return outcomes;
  } catch (failure) {
    if (!(failure instanceof DomainError)) deps.telemetry.error('extraction failed for one person', failure);
    return person.asOfs.map(() => ({ failure }));
  }
};

const resultOf = <Features>(outcome: Outcome<Features>): FeatureResult<Features> => {
  if ('features' in outcome) {
    const { features, asOf, skippedItems } = outcome;
    return { ok: true, features, asOf: new Date(asOf).toISOString(), skippedItems };
  }
  const { failure } = outcome;
  return failure instanceof DomainError
    ? { ok: false, error: { code: failure.code, message: failure.message } }
    : {
        ok: false,
        error: { code: 'internal', message: 'Something failed on our side; the log has the details.' },
      };
};
