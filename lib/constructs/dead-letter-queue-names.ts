import type { Catalog } from '../catalog-shapes.ts';

/** After the name of the function whose failed events it keeps. */
export const failedQueueName = (functionName: string): string => `${functionName}-failed`;

/** After the name of the rule or schedule whose events could not be delivered. */
export const undeliveredQueueName = (senderName: string): string => `${senderName}-undelivered`;

/** After the name of the queue or stream whose messages were given up. */
export const deadLettersQueueName = (queueName: string): string => `${queueName}-dead-letters`;

/** Every dead-letter queue of one deployment. */
export const deadLetterQueueNames = (catalog: Catalog): readonly string[] => [
  ...Object.values(catalog.functions).map((spec) => failedQueueName(spec.name)),
  ...Object.values(catalog.queues).map((spec) => deadLettersQueueName(spec.name)),
  ...Object.values(catalog.streams).map((spec) => deadLettersQueueName(spec.name)),
  ...[...catalog.rules, ...catalog.schedules].map((spec) => undeliveredQueueName(spec.name)),
];
