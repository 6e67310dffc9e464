import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { screenText } from '../../../../ml/narratives/phi/screen-text.ts';
import { readLabels, screenFigures } from '../../../support/phi-labels.ts';
import { processorMs } from '../../../support/processor-ms.ts';

/**
 * The first list grew with the rules. The others were written after them and run once before anything was changed for
 * their sake: recall .938, precision .989 on the first run of the second list, .985 and .985 of the third, .839 and .981
 * of the fourth, which has names without a title or a cue. Given names came with it; the fifth, almost only such names,
 * then had .818 and .919, and the sixth, a mixture, .925 and 1. The other five were written by people who had not seen
 * the screen. Three came at once: .886 and .992, .965 and .965, .919 and .974. What the first and the third of them
 * missed led to families of cues; the second was kept aside meanwhile, and had .993 and .979 before its own lines were
 * looked at. The two after them judged the outcome, and decided nothing: .992 and .984, .984 and 1. The last,
 * by somebody who had seen neither the screen nor any list, had .966 and .975.
 */
const lists = [
  { name: 'phi-labelled.txt', leastWithSecrets: 114, leastHarmless: 120 },
  { name: 'phi-held-out.txt', leastWithSecrets: 96, leastHarmless: 100 },
  { name: 'phi-held-out-2.txt', leastWithSecrets: 67, leastHarmless: 70 },
  { name: 'phi-held-out-3.txt', leastWithSecrets: 120, leastHarmless: 110 },
  { name: 'phi-held-out-4.txt', leastWithSecrets: 40, leastHarmless: 40 },
  { name: 'phi-held-out-5.txt', leastWithSecrets: 35, leastHarmless: 30 },
  { name: 'phi-held-out-6.txt', leastWithSecrets: 130, leastHarmless: 130 },
  { name: 'phi-held-out-7.txt', leastWithSecrets: 140, leastHarmless: 140 },
  { name: 'phi-held-out-8.txt', leastWithSecrets: 120, leastHarmless: 120 },
  { name: 'phi-held-out-9.txt', leastWithSecrets: 125, leastHarmless: 125 },
  { name: 'phi-held-out-10.txt', leastWithSecrets: 120, leastHarmless: 120 },
  { name: 'phi-held-out-11.txt', leastWithSecrets: 159, leastHarmless: 150 },
];

describe('screenText', () => {
  it.each(lists)('finds and spares what $name labels, .95 of each at least', (list) => {
    const figures = screenFigures(readLabels(list.name));
    console.log(
      `${list.name}: recall ${figures.recall.toFixed(3)}, precision ${figures.precision.toFixed(3)} on ` +
        `${figures.withSecrets} texts with secrets and ${figures.harmless} without`,
    );
    expect(figures.withSecrets).toBeGreaterThanOrEqual(list.leastWithSecrets);
    expect(figures.harmless).toBeGreaterThanOrEqual(list.leastHarmless);
    expect(figures.recall, figures.missed.join('\n')).toBeGreaterThanOrEqual(0.95);
    expect(figures.precision, figures.harmed.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  it('masks by kind, counts each and leaves the measurements', () => {
    const { text, counts } = screenText(
      'Mrs. Okafor, 93 years old, MRN 00482913, of 12 Mill Lane, wrote from a.okafor@example.org on 3 May 2025: ' +
        '3/14 readings above 180 mg/dL; call (415) 555-0132 or see https://log.example.com/a from 192.168.1.20.',
    );
    expect(text).toBe(
      'Mrs. [NAME], [AGE] years old, MRN [ID], of [ADDRESS], wrote from [EMAIL] on [DATE]: ' +
        '3/14 readings above 180 mg/dL; call [PHONE] or see [URL] from [IP].',
    );
    expect(counts).toEqual({
      name: 1,
      age: 1,
      id: 1,
      address: 1,
      email: 1,
      date: 1,
      phone: 1,
      url: 1,
      ip: 1,
    });
  });

  it.each([
    ['pt kwabena mensah forgot his dose', 'pt [NAME] forgot his dose'],
    ['DR CHUKWUEMEKA STOPPED THE BETA BLOCKER', 'DR [NAME] STOPPED THE BETA BLOCKER'],
    ['Vorname: Lieselotte Nachname: Brandstätter', 'Vorname: [NAME] Nachname: [NAME]'],
    ['{"patient_id": "PT-0093817", "ward": 4, "age": 96}', '{"patient_id": "[ID]", "ward": 4, "age": [AGE]}'],
    ['i live at 705 w 9th st apt 12 so I climb', 'i live at [ADDRESS] so I climb'],
    ['Ward note: resident of Björkvägen 9, 903 30 Umeå, HR 61.', 'Ward note: resident of [ADDRESS], HR 61.'],
    ['ein 92 Jahre alter Patient', 'ein [AGE] Jahre alter Patient'],
    ['Seen 3/5, again 3/19.', 'Seen [DATE], again [DATE].'],
    ['Meine Tochter Frieda hilft mir', 'Meine Tochter [NAME] hilft mir'],
    ['Patient Robert "Bobby" Castellano ran 5 km', 'Patient [NAME] ran 5 km'],
    ['Mr Nicholas (Nick) Papagiannis, HR 62', 'Mr [NAME], HR 62'],
    ['Mr. Okafor (Cardiology) Reviewed it', 'Mr. [NAME] (Cardiology) Reviewed it'],
    ['mrs de souza said the sensor fell off', 'mrs [NAME] said the sensor fell off'],
    ['died 30.XI.2022, seen 3/IV/2021', 'died [DATE], seen [DATE]'],
    ['car registration AB12 CDE, Kennzeichen B-MW 4471', 'car registration [ID], Kennzeichen [ID]'],
    ['pump ref. no. MMT-1780-NG3318221H', 'pump ref. no. [ID]'],
    ['m.garcia (at) clinica (dot) es or dr_wu AT hospital.example', '[EMAIL] or [EMAIL]'],
    ['skype: live:marta.kubik or www.ada-diary.example/days/11', 'skype: [URL] or [URL]'],
    ['pager 4-7781, c/o Harbour View Nursing Home', 'pager [PHONE], c/o [ADDRESS]'],
    ['المريض أحمد الشريف نام 6 ساعات', 'المريض [NAME] نام 6 ساعات'],
    ['המטופל דוד כהן ישן', 'המטופל [NAME] ישן'],
    ['in his hundred and second year', 'in his [AGE] year'],
    ['Emergency contact – Wanjiru Kamau (sister)', 'Emergency contact – [NAME] (sister)'],
  ])('masks what identifies in %j and nothing beside it', (text, masked) => {
    expect(screenText(text).text).toBe(masked);
  });

  it.each([
    'pt afebrile, ambulating in hall',
    'SEEN BY CARDIOLOGY, REVIEWED BY PHARMACY',
    'St. John’s wort; Johnson & Johnson; the circle of Willis',
    'SNOMED 73211009, LOINC 2345-7, NDC 0002-8215-01',
    'Sensor name: Dexcom G7; column name: heart_rate',
    'Nurse gave Ferritin and Zyrtec; Patient Lipid panel was normal',
    'Doctor Prescribed Eliquis. Patient Ambulated With Walker. Nurse Titrated Insulin.',
    'المريض نام 6 ساعات; המטופל ישן 6 שעות; मरीज को शुगर है',
    'A seasonal dip every December; Dutch Lipid Clinic criteria',
    'growth plate L4; agar plate 24 H; murmur 3/VI/10; in his second year of study',
    'Median follow-up was 5.2 years; BP 128/82; via Libre 2',
    'Ich bin Diabetiker. Liebe Grüße vom Team',
    'my wife snores and my doctor prescribed ozempic',
  ])('leaves %j as it is', (text) => {
    expect(screenText(text).text).toBe(text);
  });

  it('sees through full-width digits, odd spaces, dashes, zero-width characters and other scripts', () => {
    expect(screenText('Call （４１５）\u00a0５５５‑０１３２ now').text).toBe('Call [PHONE] now');
    expect(screenText('Mr.\u200b O\u2019Brien\u00adt slept').text).toBe('Mr.\u200b [NAME] slept');
    expect(screenText('DOB: ٢٠٢٤-٠٣-١٥').text).toBe('DOB: [DATE]');
  });

  it('leaves nothing to find in what it has masked', () => {
    for (const { text } of readLabels('phi-labelled.txt')) {
      const once = screenText(text).text;
      expect(screenText(once).text).toBe(once);
    }
  });

  it('answers for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(typeof screenText(text).text).toBe('string');
      }),
    );
  });

  it.each(['1:', '1 May ', '市1', 'السيد أحمد ', 'e\u0301', 'name: Aa ', 'mr zq ', '12 Main Street, Aa '])(
    'takes a quarter of a megabyte of %j in time that does not grow with its square',
    (piece) => {
      const text = piece.repeat(Math.ceil(250_000 / piece.length));
      // A quadratic scan takes minutes, a linear one well under a second.
      expect(processorMs(() => screenText(text), 5000)).toBeLessThan(5000);
    },
  );
});
