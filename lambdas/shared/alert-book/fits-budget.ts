const budgetDays = 4;
const windowDays = 30;

/**
 * Whether a person may be alerted on a day: on no more than four days of any thirty, whichever order they come in.
 *
 * @param alertDays - days with an alert so far, distinct, ascending
 * @param day - days since 1970-01-01
 * @example
 * fitsBudget([1, 2, 3, 4], 30) // => false
 * fitsBudget([1, 2, 3, 4], 31) // => true
 * fitsBudget([1, 2, 3, 4], 3) // => true
 */
export const fitsBudget = (alertDays: readonly number[], day: number): boolean => {
  if (alertDays.includes(day)) return true;
  const days = [...alertDays, day].sort((a, b) => a - b);
  return days.every((last, index) => {
    const first = days[index - budgetDays];
    return first === undefined || last - first >= windowDays;
  });
};
