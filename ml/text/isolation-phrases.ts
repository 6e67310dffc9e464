import { listOf } from './list-of.ts';

/**
 * Words of isolation, for `isolation_keywords`.
 *
 * Themes of the UCLA Loneliness Scale, version 3 (Russell 1996: lacking companionship, left out, no one to turn to),
 * of thwarted belongingness in the Interpersonal Needs Questionnaire (Van Orden et al. 2012) and of social
 * withdrawal, in the words that people use; no item of a scale is quoted.
 */
export const isolationPhrases: readonly string[] = [
  // being alone
  ...listOf(`
    alone, lonely, loneliness, lonesome, isolated, isolation, isolating, all by myself, no friends,
    don't have friends, don't have any friends, have no one, have nobody, no one to talk to,
    nobody to talk to, no one to turn to, nobody to turn to
  `),
  // unseen and unwanted
  ...listOf(`
    no one cares, nobody cares, no one understands, nobody understands, no one gets me, no one listens,
    nobody listens, no one likes me, nobody likes me, no one loves me, nobody loves me,
    no one would miss me, nobody would miss me, no one would notice, nobody would notice, everyone left,
    everyone leaves, everyone hates me, left me, left out, excluded, ignored, rejected, abandoned,
    unwanted, unloved, invisible
  `),
  // apart from others
  ...listOf(`
    don't belong, don't fit in, outcast, disconnected, withdrawn, cut off from everyone,
    pushing everyone away, push everyone away, pushed everyone away, avoiding everyone, avoiding people,
    shut everyone out, shutting everyone out, not talking to anyone, not seeing anyone,
    haven't left the house, haven't seen anyone, haven't talked to anyone
  `),
];
