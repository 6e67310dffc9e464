import { buildContent } from '../../../ml/datasets/versions/build-content.ts';
import { type ColumnRoles, inferSchema } from '../../../ml/datasets/versions/dataset-schema.ts';
import { personKeyOf } from '../../../ml/datasets/versions/pseudonyms.ts';
import { samplesOfRows } from '../../../ml/datasets/versions/samples-of-rows.ts';
import type { VersionInputs, VersionParameters } from '../../../ml/datasets/versions/version-manifest.ts';
import { InsufficientDataError } from '../../../ml/insufficient-data-error.ts';
import type { Row } from '../../../ml/preprocessing/pipeline/row.ts';
import type { OptOuts } from '../ports/opt-outs.ts';
import type { SecretSource } from '../ports/secret-source.ts';
import type { NewVersion, StoreVersionDeps } from './new-version.ts';
import { makeStoreVersion, type StoredVersion } from './store-version.ts';

/** Who has been erased; the port of the erasure. */
export interface ErasedPeople {
  /** Those of them who were. */
  among(userIds: readonly string[]): Promise<ReadonlySet<string>>;
}

export interface PrepareVersionDeps extends StoreVersionDeps {
  readonly secret: SecretSource;
  readonly optOuts: OptOuts;
  readonly erased: ErasedPeople;
}

export interface VersionRequest extends Pick<NewVersion, 'datasetId' | 'createdBy' | 'reason' | 'override'> {
  readonly rows: readonly Row[];
  /** The columns of the rows, in order. */
  readonly names: readonly string[];
  readonly personColumn?: string | undefined;
  /** Columns of texts, also where every cell is missing. @default told by the cells alone */
  readonly textColumns?: readonly string[] | undefined;
  readonly parameters: VersionParameters;
  readonly inputs: VersionInputs;
}

/**
 * Makes a dataset version of rows: without those who were erased or keep their data out of machine learning, under
 * pseudonyms, split by person, prepared with what the training side taught.
 *
 * @throws {InvalidRowError} {TableError} {InsufficientDataError} when the rows do not suit the parameters
 * @throws {ErasedMeanwhileError} when somebody in them was erased while they were prepared
 */
export const makePrepareVersion = (deps: PrepareVersionDeps) => {
  const storeVersion = makeStoreVersion(deps);
  return async (request: VersionRequest): Promise<StoredVersion> => {
    const { datasetId, names, personColumn, textColumns, parameters } = request;
    const { rows, excluded } = await withoutExcluded(deps, request);
    if (rows.length === 0) {
      throw new InsufficientDataError(
        'No row is left to make a dataset of: give rows of people whose data may be used.',
        {
          excluded,
        },
      );
    }
    const secret = await deps.secret.read();
    const roles: ColumnRoles = { ...parameters, personColumn, textColumns };
    const schema = inferSchema(rows, names, roles);
    const { samples, sampleIds } = samplesOfRows(rows, { datasetId, secret, schema, personColumn });
    const people = [...sampleIds.keys()];
    return storeVersion({
      ...request,
      built: buildContent(samples, schema, { parameters, secret }),
      people: [...sampleIds].map(([person, sampleId]) => ({
        personKey: personKeyOf(secret, person),
        sampleId,
      })),
      inputs: { ...request.inputs, excluded: { ...request.inputs.excluded, ...excluded } },
      isErased: async () => (await deps.erased.among(people)).size > 0,
    });
  };
};

const withoutExcluded = async (
  { erased, optOuts }: PrepareVersionDeps,
  { rows, personColumn }: VersionRequest,
): Promise<{ rows: readonly Row[]; excluded: Readonly<Record<string, number>> }> => {
  if (personColumn === undefined) return { rows, excluded: {} };
  const personOf = (row: Row) => `${row[personColumn] ?? ''}`;
  const people = [...new Set(rows.map(personOf))].filter((person) => person !== '');
  const [gone, consents] = await Promise.all([erased.among(people), optOuts.read(people)]);
  const excluded: Record<string, number> = {};
  const left = new Set<string>();
  for (const person of people) {
    const consent = consents.get(person) ?? 'given';
    const why = gone.has(person) ? 'erased' : consent;
    if (why === 'given') continue;
    left.add(person);
    excluded[why] = (excluded[why] ?? 0) + 1;
  }
  return { rows: rows.filter((row) => !left.has(personOf(row))), excluded };
};
