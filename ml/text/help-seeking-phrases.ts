import { listOf } from './list-of.ts';

/**
 * Words for asking for help or naming a helper, for `help_seeking_frequency`.
 *
 * The helpers are the sources of the General Help-Seeking Questionnaire (Wilson, Deane, Ciarrochi & Rickwood 2005):
 * professionals, help lines, doctors; and the public crisis lines of the United States (988 Suicide & Crisis
 * Lifeline, Crisis Text Line) and the United Kingdom and Ireland (Samaritans). The ways of asking are plain English.
 * Friends and family are helpers of that questionnaire too, but their names alone ask for nothing.
 */
export const helpSeekingPhrases: readonly string[] = [
  // asking
  ...listOf(`
    help me, need help, needs help, needed help, need some help, need your help, want help, get help,
    getting help, got help, get some help, find help, seek help, seeking help, ask for help,
    asked for help, asking for help, please help, can you help, could you help, need support,
    need some support, need advice, any advice, what should i do, need someone, need somebody,
    need to talk, talk to someone, talk to somebody, talking to someone, someone to talk to,
    somebody to talk to, reach out, reached out, reaching out, open up to, opened up to
  `),
  // helpers
  ...listOf(`
    therapist, therapists, therapy, counselor, counsellor, counseling, counselling, psychologist,
    psychiatrist, psychotherapist, psychotherapy, social worker, support group, my doctor, a doctor,
    the doctor, my gp, mental health professional, emergency room, hotline, helpline, help line,
    crisis line, crisis text line, lifeline, 988, samaritans
  `),
];
