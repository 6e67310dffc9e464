import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { z } from 'zod';
import { S3Error } from './s3-error.ts';

const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: false,
  htmlEntities: true,
  // Whitespace between elements would otherwise arrive as text.
  isArray: (name) => name === 'Object' || name === 'Part',
});

/**
 * The outermost element's content, checked.
 *
 * @param text - the XML that arrived
 * @param expected - the outermost element's name and what it must hold
 * @throws {S3Error} MalformedXML when it is not XML or holds something else
 */
export const readXml = <T>(
  text: string,
  expected: { readonly root: string; readonly schema: z.ZodType<T> },
): T => {
  const malformed = () =>
    new S3Error(
      'MalformedXML',
      'The XML you provided was not well-formed or did not validate against our published schema',
    );
  if (XMLValidator.validate(text) !== true) throw malformed();
  const parsed = expected.schema.safeParse(parser.parse(text)[expected.root]);
  if (!parsed.success) throw malformed();
  return parsed.data;
};
