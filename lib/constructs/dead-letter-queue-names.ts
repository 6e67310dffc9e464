import type { Catalog } from '../catalog-shapes.ts';

/** After the name of the function whose failed events it keeps. */
export const failedQueueName = (functionName: string): string => `${functionName}-failed`;

/** After the name of the rule or schedule whose events could not be delivered. */
export const undeliveredQueueName = (senderName: string): string => `${senderName}-undelivered`;

/** Every dead-letter queue of one deployment. */
export const deadLetterQueueNames = (catalog: Catalog): readonly string[] => [
  ...Object.values(catalog.functions).map((spec) => failedQueueName(spec.name)),
  ...[...catalog.rules, ...catalog.schedules].map((spec) => undeliveredQueueName(spec.name)),
];
