import type { Random } from '../random/seeded-random.ts';
import { crisisHazard } from './crisis-hazard.ts';
import { type Decline, declineAt, drawDecline } from './decline.ts';
import type { Feeling } from './feeling.ts';
import {
  activationTraitVariance,
  despairTraitVariance,
  isolationTraitVariance,
  type Person,
} from './person.ts';

/**
 * The latent state of one person on one date. It is Markov: the next date depends on this one alone, which is what
 * makes the risk at a date a property of its state.
 */
export interface Mind {
  /** What comes and goes of despair, isolation and activation, standard deviations of the average person. */
  readonly despairSwing: number;
  readonly isolationSwing: number;
  readonly activationSwing: number;
  readonly decline: Decline | undefined;
  /** Ease that remains after help came in an earlier crisis; lowers despair. */
  readonly relief: number;
  /** 0 outside a crisis, else which of its dates this is, from 1. */
  readonly crisisDate: number;
  /** Whether the person has withdrawn from the app. */
  readonly quiet: boolean;
}

const halfLife = (days: number) => 0.5 ** (1 / days);
const despairMemory = halfLife(60);
const isolationMemory = halfLife(70);
const activationMemory = halfLife(70);
const reliefMemory = halfLife(30);
const despairSwingSd = Math.sqrt(1 - despairTraitVariance);
const isolationSwingSd = Math.sqrt(1 - isolationTraitVariance);
const activationSwingSd = Math.sqrt(1 - activationTraitVariance);

const shortestCrisisDates = 3;
const crisisContinues = 0.2;
const helpComes = 0.5;
const reliefGiven = 0.3;
const quietEnds = 0.1;

/** The feeling of a date: what is lasting about a person, and what their state adds to it. */
export const feelingOf = (person: Person, mind: Mind): Feeling => ({
  despair: person.despairTrait + mind.despairSwing + declineAt(mind.decline) - mind.relief,
  isolation: person.isolationTrait + mind.isolationSwing,
  activation: person.activationTrait + mind.activationSwing,
});

/** A state drawn from the long run of the swings, outside crisis, decline and withdrawal. */
export const firstMind = (random: Random): Mind => ({
  despairSwing: despairSwingSd * random.normal(),
  isolationSwing: isolationSwingSd * random.normal(),
  activationSwing: activationSwingSd * random.normal(),
  decline: undefined,
  relief: 0,
  crisisDate: 0,
  quiet: false,
});

/**
 * The state on the next date.
 *
 * Swings are Ornstein–Uhlenbeck processes seen once a date, that is AR(1) (Uhlenbeck & Ornstein 1930; for affect
 * Kuppens et al. 2010). Acute changes on a chronic level, with declines that build up and pass, follow the fluid
 * vulnerability theory of Rudd (2006). A crisis begins by the hazard of the date's feeling, lasts three dates or
 * more, and in half of the cases ends with help that eases the weeks after.
 */
export const nextMind = (person: Person, mind: Mind, random: Random): Mind => {
  const swing = (value: number, memory: number, sd: number) =>
    memory * value + sd * Math.sqrt(1 - memory ** 2) * random.normal();
  const feeling = feelingOf(person, mind);
  const crisisDate = nextCrisisDate(mind.crisisDate, feeling, random);
  const helped = mind.crisisDate > 0 && crisisDate === 0 && random.bernoulli(helpComes);
  const quietBegins = 0.003 * Math.exp(0.45 * feeling.despair);
  return {
    despairSwing: swing(mind.despairSwing, despairMemory, despairSwingSd),
    isolationSwing: swing(mind.isolationSwing, isolationMemory, isolationSwingSd),
    activationSwing: swing(mind.activationSwing, activationMemory, activationSwingSd),
    decline: drawDecline(mind.decline, random),
    relief: mind.relief * reliefMemory + (helped ? reliefGiven : 0),
    crisisDate,
    quiet: mind.quiet ? !random.bernoulli(quietEnds) : random.bernoulli(quietBegins),
  };
};

const nextCrisisDate = (crisisDate: number, feeling: Feeling, random: Random): number => {
  if (crisisDate === 0) return random.bernoulli(crisisHazard(feeling)) ? 1 : 0;
  const goesOn = crisisDate < shortestCrisisDates || random.bernoulli(crisisContinues);
  return goesOn ? crisisDate + 1 : 0;
};
