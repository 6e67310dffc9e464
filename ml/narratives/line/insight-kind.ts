/** The type that an insight has on every line, whatever it came as. */
export type InsightKind = 'integer' | 'decimal' | 'boolean' | 'text';

const boolean = /^(?:is|has|was|are)_/;
const integer =
  /(?:^|_)(?:events|count|counts|readings|samples|sessions|records|days|nights|naps|bouts|sources|measurements|episodes)$/;
const decimal =
  /(?:^|_)(?:percent|percentage|pct|dl|mmol|l|bpm|ms|minutes|hours|seconds|kcal|calories|steps|score|ratio|rate|mean|average|avg|median|sd|std|cv|gmi|tir|min|max|minimum|maximum|day|hour|index|glucose|hba1c|a1c|range|rmssd|sdnn|efficiency|duration|distance|total|variability|km|kg|age)$/;
const decimalStart =
  /^(?:mean|avg|average|median|min|max|sd|std|total|percent|pct|time_in_range|time_below|time_above)_/;

/**
 * The type of an insight, told by its name alone, since every line must give a column the same type and no line knows
 * the others: counts are integers, names of units and statistics decimals, `is_…` booleans, and all the rest text.
 *
 * @param name - snake_case or camelCase
 * @example
 * insightKind('hypoglycemic_events') // => 'integer'
 * insightKind('meanGlucoseMgDl') // => 'decimal'
 * insightKind('control_status') // => 'text'
 */
export const insightKind = (name: string): InsightKind => {
  const snake = name.replace(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase();
  if (boolean.test(snake)) return 'boolean';
  if (integer.test(snake)) return 'integer';
  return decimal.test(snake) || decimalStart.test(snake) ? 'decimal' : 'text';
};
