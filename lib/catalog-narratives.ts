import type { Catalog, NarrativeTableId } from './catalog-shapes.ts';
import type { Config } from './config.ts';

/**
 * Who has written which line, whose pseudonym is whose, and the records that narratives were made from.
 *
 * @param config - names of the stage
 */
export const narrativeTables = (config: Config): Pick<Catalog['tables'], NarrativeTableId> => ({
  trainingExamples: {
    name: config.trainingExamplesTable,
    partitionKey: { name: 'PK', type: 'S' },
    indexes: [],
    purpose: 'Which training line is written where, by content hash; parts folded. Names nobody.',
  },
  pseudonymKeys: {
    name: config.pseudonymKeysTable,
    partitionKey: { name: 'PK', type: 'S' },
    indexes: [],
    purpose: "Each person's own key, the only link from a line to a person; locked to the formatter.",
  },
  healthRecords: {
    name: config.healthRecordsTable,
    partitionKey: { name: 'PK', type: 'S' },
    sortKey: { name: 'SK', type: 'S' },
    indexes: [],
    purpose: 'Records decoded from health exports, for features. Health data.',
  },
});

/**
 * Health exports in, training lines out.
 *
 * @param config - prefix of the stage
 */
export const narrativeBuckets = (config: Config): Pick<Catalog['buckets'], 'healthData'> => ({
  healthData: {
    name: `${config.prefix}-health-data-{account}`,
    versioned: true,
    announces: true,
    purpose: 'Health exports under raw/, training lines, and what was set aside. Health data.',
  },
});
