import { XMLBuilder } from 'fast-xml-parser';

/** Text, number or truth; absent leaves the element out; a list repeats it. */
export type XmlValue = string | number | boolean | undefined | XmlElement | readonly XmlValue[];
export interface XmlElement {
  readonly [name: string]: XmlValue;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

// S3 writes control characters of keys as numeric references, even those that XML 1.0 does not allow.
const escapeText = (text: string) =>
  text.replace(
    /[&<>"'\p{Cc}]/gu,
    (character) => entities[character] ?? `&#x${character.codePointAt(0)?.toString(16)};`,
  );

const builder = new XMLBuilder({
  ignoreAttributes: false,
  processEntities: false,
  tagValueProcessor: (_name, value) => escapeText(String(value)),
});

/**
 * One XML document as S3 writes it.
 *
 * @param root - name of the outermost element
 * @param content - its elements, in order
 */
export const writeXml = (root: string, content: XmlElement): string =>
  builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    [root]: root === 'Error' ? content : { '@_xmlns': 'http://s3.amazonaws.com/doc/2006-03-01/', ...content },
  });
