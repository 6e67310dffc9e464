import { readFileSync } from 'node:fs';
import { screenText } from '../../ml/narratives/phi/screen-text.ts';

export interface LabelledText {
  readonly text: string;
  /** What must not be left, as it stands in the text. */
  readonly secrets: readonly string[];
}

/** Lines with secrets between ⟦ and ⟧; lines from `#` on are headings. */
export const readLabels = (name: string): readonly LabelledText[] =>
  readFileSync(new URL(`../fixtures/narratives/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({
      text: line.replace(/[⟦⟧]/g, ''),
      secrets: [...line.matchAll(/⟦([^⟧]*)⟧/g)].map((match) => match[1]!),
    }));

export interface ScreenFigures {
  readonly withSecrets: number;
  readonly harmless: number;
  /** Share of secrets of which nothing is left. */
  readonly recall: number;
  /** Share of texts with a mask that do hold a secret. */
  readonly precision: number;
  readonly missed: readonly string[];
  readonly harmed: readonly string[];
}

const isGone = (secret: string, masked: string) =>
  !secret
    .split(/[ ,]+/)
    .filter((part) => /\d/.test(part) || part.length > 3)
    .concat(secret)
    .some((part) => masked.includes(part));

/** How the screen does on a list: a secret counts as found only where none of its longer words is left. */
export const screenFigures = (labels: readonly LabelledText[]): ScreenFigures => {
  const screened = labels.map((label) => ({ ...label, masked: screenText(label.text).text }));
  const secrets = screened.flatMap(({ text, masked, secrets: own }) =>
    own.map((secret) => ({ text, masked, isFound: isGone(secret, masked) })),
  );
  const flagged = screened.filter(({ text, masked }) => text !== masked);
  const harmed = flagged.filter((label) => label.secrets.length === 0);
  return {
    withSecrets: screened.filter((label) => label.secrets.length > 0).length,
    harmless: screened.filter((label) => label.secrets.length === 0).length,
    recall: secrets.filter(({ isFound }) => isFound).length / secrets.length,
    precision: (flagged.length - harmed.length) / flagged.length,
    missed: secrets.filter(({ isFound }) => !isFound).map(({ masked }) => masked),
    harmed: harmed.map(({ masked }) => masked),
  };
};
