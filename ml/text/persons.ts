import { listOf } from './list-of.ts';

const singular = listOf(`
  brother, sister, mom, mum, mother, dad, father, parent, son, daughter, cousin, uncle, aunt, grandma, grandpa,
  grandmother, grandfather, niece, nephew, friend, boyfriend, girlfriend, bf, gf, husband, wife, partner, ex,
  roommate, flatmate, classmate, coworker, colleague, neighbor, neighbour, teacher, student, patient, client, kid,
  child, guy, girl, boy, man, woman, teen, teenager, veteran, celebrity, actor, singer, character
`);
const plural = [...listOf('people, men, women, children'), ...singular.map((person) => `${person}s`)];

/** Words for one person or several: my brother, students. */
export const persons: ReadonlySet<string> = new Set([...singular, ...plural]);

/** Whom "want to die", in that form, can be said of: they, you, people, patients. */
export const manyPersons: ReadonlySet<string> = new Set([...listOf('they, you, u'), ...plural]);

/** "his suicide", "my friend's suicide", "she's suicidal"; many leave the apostrophe out. */
export const personsWithVerbOrPossession: ReadonlySet<string> = new Set([
  ...listOf("his, her, their, your, he's, hes, she's, shes, they're, theyre, you're, youre, someone's"),
  ...singular.flatMap((person) => [`${person}'s`, `${person}s`]),
  ...plural.map((person) => `${person}'s`),
]);

/** Every word that names or points to someone else. */
export const otherPersons: ReadonlySet<string> = new Set([
  ...listOf("he, she, him, them, they, you, u, he'd, she'd, they'd, you'd, they've, you've"),
  ...listOf('someone, somebody, anyone, anybody'),
  ...persons,
  ...personsWithVerbOrPossession,
]);

/** Every word that points to the writer. */
export const oneself: ReadonlySet<string> = new Set(listOf("i, i'm, im, i've, ive, i'd, we, we're, me"));
