/** What the screen finds: HIPAA's identifiers as far as text gives them away (45 CFR 164.514(b)(2)). */
export const phiKinds = ['email', 'phone', 'date', 'age', 'id', 'address', 'url', 'ip', 'name'] as const;
export type PhiKind = (typeof phiKinds)[number];

/** Hits by kind; a kind without any is absent. */
export type MaskCounts = Readonly<Partial<Record<PhiKind, number>>>;
