import {
  acquisitionChannels,
  customerSubjects,
  gradeLevels,
  subscriptionTiers,
} from './customer-categories.ts';
import { type CustomerFeature, customerFeatures } from './customer-features.ts';

/** A column that holds one of several values, and becomes one input for each group of them. */
export interface CategoryColumn {
  readonly name: string;
  /** What files hold, by index; an index alone is taken too. */
  readonly values: readonly string[];
  /** The group of each value, shape [values]; the value itself where each is its own. */
  readonly groups: readonly string[];
}

const column = (name: string, values: readonly string[]): CategoryColumn => ({
  name,
  values,
  groups: values,
});

const position = customerFeatures.findIndex(({ name }) => name === 'total_spend') + 1;

/** The 46 columns of a customer before they are encoded: 42 numbers and 4 categories, in the order of files. */
export const customerColumns: readonly (CustomerFeature | CategoryColumn)[] = [
  ...customerFeatures.slice(0, position),
  column('subscription_tier', subscriptionTiers),
  column('acquisition_channel', acquisitionChannels),
  column('grade_level', gradeLevels),
  ...customerFeatures.slice(position),
  {
    name: 'primary_subject',
    values: customerSubjects.map(({ name }) => name),
    groups: customerSubjects.map(({ group }) => group),
  },
];

/** Names of the inputs that a column becomes: its own, or `column=group` for each group of its values. */
export const inputNamesOf = (of: CustomerFeature | CategoryColumn): readonly string[] =>
  'groups' in of ? [...new Set(of.groups)].map((group) => `${of.name}=${group}`) : [of.name];

/** The 59 inputs of the model, in order. */
export const customerInputNames: readonly string[] = customerColumns.flatMap(inputNamesOf);
