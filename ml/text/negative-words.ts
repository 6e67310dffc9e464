import { listOf } from './list-of.ts';

/**
 * Single words for feeling bad, for `negative_word_frequency`.
 *
 * Vocabulary of published scales, as words only, no item of a scale is quoted: PANAS-X, negative affect, fear,
 * hostility, guilt, sadness, fatigue (Watson & Clark 1994); POMS, tension, depression, anger, fatigue, confusion
 * (McNair, Lorr & Droppleman 1971); DASS-21 (Lovibond & Lovibond 1995); PHQ-9 (Kroenke, Spitzer & Williams 2001);
 * GAD-7 (Spitzer et al. 2006). To these are added the forms that people write (hurts, crying, stressed) and the
 * plainest words of complaint (bad, awful, hate). Words that are as often neutral (blue, down, low) are left out.
 */
export const negativeWords: readonly string[] = [
  // sadness and depression
  ...listOf(`
    sad, sadness, unhappy, miserable, misery, gloomy, downhearted, depressed, depressing, depression,
    hopeless, hopelessness, helpless, worthless, worthlessness, useless, failure, discouraged, desperate,
    despair, empty, emptiness, numb, heartbroken, devastated, grief, lonely, loneliness, cry, cried,
    crying, tears, hurt, hurts, hurting, pain, painful, suffer, suffering, broken, unworthy, meaningless,
    pointless, disappointed, unloved
  `),
  // fear and tension
  ...listOf(`
    afraid, scared, scary, frightened, terrified, fear, nervous, jittery, shaky, tense, anxious, anxiety,
    panic, panicky, panicking, worried, worry, worrying, uneasy, restless, dread, stress, stressed,
    stressful, overwhelmed, overwhelming, trapped
  `),
  // anger and disgust
  ...listOf(`
    angry, anger, furious, annoyed, annoying, irritated, irritable, frustrated, frustrating, frustration,
    hostile, resentful, bitter, grouchy, disgusted, disgusting, loathing, hate, hated, hates, rage, upset,
    upsetting
  `),
  // guilt and shame
  ...listOf('guilt, guilty, ashamed, shame, regret, embarrassed, humiliated, blame, rejected'),
  // fatigue and confusion
  ...listOf(`
    tired, exhausted, exhausting, exhaustion, fatigued, weary, drained, sluggish, listless, insomnia,
    sleepless, confused, bewildered
  `),
  // plain complaint
  ...listOf(`
    bad, badly, worse, worst, awful, terrible, horrible, dreadful, distressed, distress, struggle,
    struggled, struggling, struggles, failed, failing, sick, ill, wrong, alone
  `),
];
