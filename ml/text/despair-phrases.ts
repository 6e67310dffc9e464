import { listOf } from './list-of.ts';

/**
 * Words of despair, for `despair_keywords` and `hopelessness_score`.
 *
 * Themes of the Beck Hopelessness Scale (Beck, Weissman, Lester & Trexler 1974: a dark future, giving up, nothing to
 * hope for), of perceived burdensomeness in the Interpersonal Needs Questionnaire (Van Orden, Cukrowicz, Witte &
 * Joiner 2012) and of entrapment in the Entrapment Scale (Gilbert & Allan 1998), in the words that people use; no
 * item of a scale is quoted.
 */
export const despairPhrases: readonly string[] = [
  // no future
  ...listOf(`
    hopeless, hopelessness, no hope, lost hope, lost all hope, losing hope, without hope, despair,
    despairing, no future, never get better, never gets better, won't get better,
    never going to get better, never be happy, never be okay, can't see a future, no way forward
  `),
  // giving up
  ...listOf(`
    give up, giving up, gave up, given up, can't go on, cannot go on, can't keep going,
    can't do this anymore, can't do this any more, can't take it anymore, can't take it any more,
    can't take this anymore, can't cope, can't cope anymore, end it all, want it to end,
    want it all to end, want it to stop, tired of living, tired of life, tired of everything,
    don't want to live, don't want to be here, don't want to exist, don't want to wake up,
    no reason to live, nothing to live for, not worth living, isn't worth living
  `),
  // nothing matters
  ...listOf(`
    pointless, no point, what's the point, what is the point, meaningless, nothing matters, nothing helps,
    nothing will help, nothing will change, nothing ever changes, why bother
  `),
  // worth and burden
  ...listOf(`
    worthless, worthlessness, useless, i hate myself, hate my life, burden, failure, better off without me
  `),
  // trapped
  ...listOf('trapped, no way out, no escape, desperate, desperation'),
];
