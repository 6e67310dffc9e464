import type { PhiHit } from './phi-hit.ts';

const before =
  /(?<!\p{L})(?:SNOMED(?:[ -]CT)?|LOINC|ICD(?:-?\d{1,2})?(?:-CM)?|CPT|HCPCS|RxNorm|RxCUI|NDC|ATC|DIN|GTIN|UDI|ISBN|ISSN|ORCID|PMID|PMCID|PMC|DOI|NCT|ISRCTN|EudraCT|CTRI|ACTRN|UniProt|CAS|lot|batch|catalog(?:ue)?|model|SKU|epoch|timestamp|unix(?: time)?|seed|version|build|firmware|ISO|IEC|DSM|MeSH|UMLS|CUI)(?:[ -]?(?:no\.?|number|code|codes|id|#))?(?: (?:is|was))?[ :#=]{0,3}$/iu;

/**
 * Whether what was found is a code of a terminology, a registry, a drug or a product: it names a thing, nobody.
 *
 * @example
 * isStandardCode('SNOMED 73211009', { kind: 'id', start: 7, end: 15 }) // => true
 */
export const isStandardCode = (text: string, { start }: PhiHit): boolean =>
  before.test(text.slice(Math.max(0, start - 24), start));
