import type { Feeling } from './feeling.ts';

/** Log odds per date of a person who is average in all, and what each thing adds per unit. */
const averageLogOdds = -3.95;
const ofDespair = 0.95;
const ofIsolation = 0.95;
const ofBoth = 0.15;
const ofEitherExtreme = 0.08;
const strongestExtreme = 2.5;

/**
 * Probability that a crisis begins on the next date.
 *
 * Despair and isolation each raise it, and more so together: in the interpersonal theory of suicide (Joiner 2005;
 * Van Orden et al. 2010) it is their meeting that makes the danger. So do both ends of activation: withdrawal and
 * agitation are each on the list of warning signs of Rudd et al. (2006). The latter two are what a linear model
 * cannot see.
 *
 * @returns 0–1
 */
export const crisisHazard = ({ despair, isolation, activation }: Feeling): number => {
  const extreme = Math.min(Math.abs(activation), strongestExtreme) ** 2;
  const both = Math.max(despair, 0) * Math.max(isolation, 0);
  const logOdds =
    averageLogOdds +
    ofDespair * despair +
    ofIsolation * isolation +
    ofBoth * both +
    ofEitherExtreme * extreme;
  return 1 / (1 + Math.exp(-logOdds));
};
