import type { CustomerStates } from '../../shared/ports/customer-states.ts';
import type { ErasableItems } from '../../shared/ports/erasable-items.ts';
import type { ErasureStep } from '../erasure-step.ts';

export interface ItemStepDeps {
  readonly app: ErasableItems;
  /** On the user's id; empty: there is none. */
  readonly userIndex: string;
  readonly healthMetrics: ErasableItems;
  readonly anomalyAlerts: ErasableItems;
  readonly deviceKeys: ErasableItems;
  readonly healthRecords: ErasableItems;
  readonly featureCache: ErasableItems;
  readonly customers: Pick<CustomerStates, 'forget' | 'read'>;
}

const ofUser = (userId: string) => `USER#${userId}`;

/** The stores that keep a person's items where the person's id leads to them. */
export const makeItemSteps = (deps: ItemStepDeps): readonly ErasureStep[] => [
  {
    name: 'app',
    erase: async ({ userId }) => {
      const items = await deps.app.removePartition(ofUser(userId));
      if (deps.userIndex === '') return { removed: { items } };
      const index = { name: deps.userIndex, attribute: 'userId' };
      return { removed: { items: items + (await deps.app.removeIndexed(index, userId)) } };
    },
  },
  {
    name: 'watch',
    erase: async ({ userId }) => {
      const index = { name: 'UserIndex', attribute: 'userId' };
      const deviceKeys = await deps.deviceKeys.removeIndexed(index, userId);
      const slots = await deps.healthMetrics.removePartition(ofUser(userId));
      const books = await deps.anomalyAlerts.removePartition(ofUser(userId));
      // Alerts that the book has forgotten are found by no key.
      const alerts = await deps.anomalyAlerts.removeMatching('userId', userId);
      return { removed: { deviceKeys, slots, books, alerts } };
    },
  },
  {
    name: 'healthRecords',
    erase: async ({ userId }) => ({
      removed: { items: await deps.healthRecords.removePartition(ofUser(userId)) },
    }),
  },
  {
    name: 'featureCache',
    erase: async ({ userId }) => ({
      removed: { items: await deps.featureCache.removePartition(ofUser(userId)) },
    }),
  },
  {
    name: 'customers',
    erase: async ({ userId }) => {
      const found = (await deps.customers.read([userId])).get(userId);
      await deps.customers.forget(userId);
      return { removed: { items: found !== undefined && found.revision > 0 ? 1 : 0 } };
    },
  },
];
