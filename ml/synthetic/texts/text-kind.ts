/** What a text is about. The first six are everyday; the last four hold a crisis keyword in some stance. */
export type TextKind =
  | 'bright'
  | 'even'
  | 'low'
  | 'despair'
  | 'isolation'
  | 'help'
  | 'asserted'
  | 'negated'
  | 'other-person'
  | 'quoted';

/** The kinds that hold a crisis keyword, whoever it speaks of. */
export const crisisKinds: ReadonlySet<TextKind> = new Set(['asserted', 'negated', 'other-person', 'quoted']);
