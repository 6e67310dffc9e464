export type CrisisStance = 'asserted' | 'negated' | 'other-person' | 'quoted';
export interface CrisisMention {
  readonly keyword: string;
  readonly start: number;
  readonly end: number;
  readonly stance: CrisisStance;
}
export const findCrisisMentions = (text: string): readonly CrisisMention[] =>
  [
    ...text.matchAll(
      /\b(suicide|suicidal|kill myself|want to die|end my life|better off dead|self.harm|hurt myself)\b/gi,
    ),
  ].map((m) => ({
    keyword: m[0],
    start: m.index,
    end: m.index + m[0].length,
    stance: 'asserted' as const,
  }));
