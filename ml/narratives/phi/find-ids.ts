import { hitsOf, type PhiFinder, type PhiHit, unitAhead } from './phi-hit.ts';

const numberWord = '(?:number|numbers|no|nr|num|id|ident|identifier|code|#|№|n°|nº)';
/** What an identifier is of; each needs a word for "number" after it. */
const holders =
  "patient|medical|medical record|health record|record|chart|case|file|claim|account|acct|policy|insurance(?: policy)?|insurance member|member(?:ship)?|subscriber|beneficiary|group|hospital|encounter|visit|admission|accession|specimen|sample|order|prescription|rx|driver'?s?(?: licen[cs]e)?|licen[cs]e|licence plate|vehicle|plate|registration|passport|identity(?: card)?|national|tax|social insurance|health(?: card| care| insurance| plan)?|health-card|device|sensor|serial|transmitter|employee|student|study|participant|subject|user|customer|reference|ref|confirmation|certificate|badge|bed|credit card|debit card|card|bank account|routing|citizen|personal";
/** What is an identifier in itself. */
const names =
  'mrn|m\\.r\\.n\\.|ssn|s\\.s\\.n\\.|social security|nhs|chi|ni|nino|national insurance|medicare|medicaid|npi|dea|hicn|mbi|ehr id|emr id|pid|uhid|abha|aadhaar|aadhar|cpf|cnpj|curp|nss|nie|dni|bsn|ahv|avs|personnummer|cpr|pesel|kvnr|versichertennummer|versicherungsnummer|krankenkasse|patientennummer|numéro de sécurité sociale|sécurité sociale|codice fiscale|tessera sanitaria|snils|снилс|инн|полис|passport|iban|vin|imei|serial|sin|ohip|phn|ihi|身份证|身份证号|病历号|患者番号|マイナンバー|주민등록번호|환자번호|id|uuid|guid';
const cue = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:${names})(?:[ -]?${numberWord})?|(?:${holders})(?: card| plan)?[ -]?${numberWord})\\.?` +
    '(?:(?<=[#№°º])|(?![\\p{L}\\d]))(?: (?:is|was|of|ends in|ending in|ending|on file))?[ :#=.-]{0,3}',
  'giu',
);
/** A holder alone, whose value has to speak for itself. */
const holderAlone = new RegExp(
  `(?<![\\p{L}\\d])(?:${holders})(?: card)?(?: (?:is|was))?[ :#=]{1,3}(?=[A-Za-z]{0,5}[ -]?\\d)`,
  'giu',
);
/** Six digits, or four with letters; the first group has one, for "account for 1200 steps" names nothing. */
const isStrong = (id: string) => {
  const digits = id.replace(/\D/g, '').length;
  return /^\S*\d/.test(id) && (digits >= 6 || (digits >= 4 && /[A-Za-z]/.test(id)));
};

/** What may stand there: letters and digits in up to eight groups. */
const value =
  /(?:[A-Z]{1,5}[ -])?[A-Za-z\d](?:[A-Za-z\d./-]{0,40}[A-Za-z\d])?(?: \d[\dA-Z]{1,7}(?![.,]?\d)){0,7}(?: [A-D](?!\w))?/y;

const plain = [
  // SSN; nine digits in 3-2-4.
  /(?<![\w-])(?!000|666)\d{3}[- ]\d{2}[- ]\d{4}(?![\w-])/g,
  /(?<![\w-])[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}(?![\w-])/gi,
  // Payment cards; 4-4-4-4 or 4-6-5.
  /(?<![\w-])(?:\d{4}[ -]){3}\d{4}(?![\w-])/g,
  /(?<![\w-])3[47]\d{2}[ -]\d{6}[ -]\d{5}(?![\w-])/g,
  // Brazil's CPF.
  /(?<![\w.])\d{3}\.\d{3}\.\d{3}-\d{2}(?!\w)/g,
  // National Insurance number.
  /(?<![\w-])[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?!\w)/g,
  // IBAN.
  /(?<![\w-])[A-Z]{2}\d{2} ?(?:[A-Z\d]{4} ?){2,7}[A-Z\d]{1,4}(?!\w)/g,
  // Codice fiscale.
  /(?<!\w)[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z](?!\w)/g,
  // NHS number; 3-3-4 with spaces.
  /(?<![\w.,-] ?)\d{3} \d{3} \d{4}(?! ?[\w,])/g,
  // Employer's number, Medicare beneficiary, India's PAN, Spain's DNI, a vehicle's VIN.
  /(?<![\w-])\d{2}-\d{7}(?![\w-])/g,
  /(?<!\w)\d[A-Z][A-Z\d]\d-?[A-Z][A-Z\d]\d-?[A-Z]{2}\d{2}(?!\w)/g,
  /(?<!\w)[A-Z]{5}\d{4}[A-Z](?!\w)/g,
  /(?<![\w-])\d{8}-?[A-HJ-NP-TV-Z](?!\w)/g,
  /(?<!\w)(?=[A-Z\d]{0,16}\d)(?=\d{0,16}[A-Z])[A-HJ-NPR-Z\d]{17}(?!\w)/g,
  // A vehicle's plate, which letters may begin.
  /(?<=(?<!\p{L})plates? (?:is |was )?)[A-Z\d]{1,4}(?:[- ][A-Z\d]{1,4}){1,2}(?!\w)/gu,
  // Nordic personal numbers.
  /(?<![\w-])(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278]\d|[39][01])[-+]\d{4}(?![\w-])/g,
];

/** Words that take an identifier's place after its name. */
const isMeasure = (ahead: string) => unitAhead.test(ahead);

const isLong = (id: string) => id.replace(/[^A-Za-z\d]/g, '').length >= 4 && /\d\D?\d|\d[A-Z]+\d/.test(id);

/** Record, insurance, identity, device and account numbers. */
export const findIds: PhiFinder = (text) => {
  if (!/\d/.test(text)) return [];
  const hits: PhiHit[] = plain.flatMap((pattern) =>
    hitsOf(text, pattern, { kind: 'id', accept: (_, ahead) => !isMeasure(ahead) }),
  );
  for (const [pattern, isFit] of [
    [cue, isLong],
    [holderAlone, isStrong],
  ] as const) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index + match[0].length;
      value.lastIndex = start;
      const id = value.exec(text)?.[0] ?? '';
      const end = start + id.length;
      if (!isFit(id)) continue;
      // "record number 450 readings" counts; it names nobody.
      if (/^[\d.]{1,6}$/.test(id) && isMeasure(text.slice(end, end + 24))) continue;
      hits.push({ kind: 'id', start, end });
    }
  }
  return hits;
};
