import type { PhiFinder, PhiHit } from './phi-hit.ts';
import { type NameOptions, readName } from './read-name.ts';

interface Cue {
  readonly pattern: RegExp;
  readonly options?: NameOptions;
  /** Words that the name must at least have. @default 1 */
  readonly leastWords?: number;
}

/** Titles, in the case that tells them from words and units (Ms, ms). */
const titles =
  "Sig\\.ra|Dott\\.ssa|Mr|Mrs|Ms|Sr|Sra|Sres|Drs|Messrs|señor|señora|señorita|señores|signor|signora|signorina|herr|frau|monsieur|madame|mademoiselle|mevrouw|meneer|heer|senhor|senhora|pani|Adv|Hon|Eng|Engr|Ustadh|Malam|Mallam|Atty|Maj|Gen|Corporal|Sergeant|Lieutenant|Officer|Deacon|Elder|Tía|Tío|tía|tío|abuela|abuelo|Tante|Oncle|Oma|Opa|Nana|Miss|Mx|MR|MRS|DR|Dr|Drs|Prof|Professor|Doctor|doctor|Sir|Dame|Lord|Lady|Madam|Ma'am|Rev|Reverend|Father|Sister|Brother|Nurse|nurse|Matron|Capt|Captain|Sgt|Lt|Col|Judge|Rabbi|Imam|Sheikh|Shaikh|Sheik|Hajji|Haji|Hajja|Pastor|Bishop|Auntie|Aunt|Uncle|Grandma|Grandpa|Coach|Therapist|Dietitian|Herr|Herrn|Frau|Fräulein|Monsieur|Madame|Mademoiselle|Mme|Mlle|Dre|Señor|Señora|Señorita|Senor|Senora|Sra|Srta|Dra|Don|Doña|Signor|Signora|Signorina|Sig|Sig\\.ra|Dott|Dott\\.ssa|Dottor|Dottoressa|Senhor|Senhora|Meneer|Mevrouw|Mevr|Dhr|Pan|Pani|Pane|Paní|Hr|Fru|Herra|Rouva|Shri|Sri|Smt|Shrimati|Kumari|Bhai|Begum|Datuk|Dato|Tan Sri|Encik|Puan|Cik|Bapak|Ibu|Pak|Bay|Bayan|Khun|Ustaz|Sayyid|Sayed|Kyrios|Kyria|Gospodin|Gospodja|Gospođa|Domnul|Doamna|Chief|Alhaji|Oga|Mwalimu";
const person =
  'patient|pt\\.?|daughters|sons|brothers|sisters|children|parents|friends|twins|kids|nurse practitioner|physician assistant|health coach|care manager|case worker|diabetes educator|registered nurse|doctors|client|user|subject|participant|member|resident|wearer|applicant|insured|caregiver|carer|caretaker|guardian|wife|husband|spouse|partner|fiancé|fiancée|boyfriend|girlfriend|son|daughter|mother|father|mom|mum|dad|mama|papa|sister|brother|aunt|uncle|niece|nephew|cousin|grandmother|grandfather|grandma|grandpa|granddaughter|grandson|stepmother|stepfather|friend|neighbour|neighbor|roommate|colleague|coworker|boss|nurse|midwife|physician|doctor|gp|cardiologist|endocrinologist|neurologist|psychiatrist|psychologist|therapist|counsellor|counselor|dietitian|dietician|nutritionist|pharmacist|surgeon|paediatrician|pediatrician|specialist|consultant|coach|trainer|physiotherapist|podiatrist|dentist|educator|case manager|social worker|interpreter|driver|employer|teacher';
/** Roles and titles in scripts and languages where a capital tells the name. */
const foreignPerson =
  'Patientin|paciente|pacienta|paziente|patiente|pasien|pacjent|pacjentka|patiënt|patiënte|hasta|пациент|пациентка|пациента|пациентки|пациенту|пациентке|больной|больная|доктор|доктора|врач|г-н|г-жа|господин|госпожа|пан|пані|лікар|хворий|ασθενής|ασθενη|κύριος|κυρία|κύριο|κ\\.|κα|γιατρός|հիվանդ|პაციენტი';
/** Titles in scripts without capitals: the next one or two words are taken. */
const caselessTitle =
  "מר|גב'|גברת|דר'|ד\"ר|פרופ'|السيد|السيدة|الدكتور|الدكتورة|الأستاذ|الأستاذة|الآنسة|الشيخ|د\\.|آقای|خانم|دکتر|श्री|श्रीमती|डॉ\\.?|डॉक्टर|कुमारी|सुश्री|জনাব|ডাঃ|ডা\\.|বেগম|திரு\\.?|திருமதி|శ్రీ|శ్రీమతి|ಶ್ರೀ|ശ്രീ|ਸ੍ਰੀ|શ્રી|นายแพทย์|นางสาว|นาย|นาง|คุณ|หมอ";
/** The patient, which in these scripts is told from "the patient sleeps" by a colon only. */
const caselessPatient =
  'המטופל|המטופלת|החולה|المريض|المريضة|بیمار|मरीज|रोगी|রোগী|நோயாளி|ผู้ป่วย|คนไข้|환자명|환자|患者|病人|患儿|患者様|病患';
const hanSurname =
  '王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱林郭罗羅梁宋郑鄭谢謝韩韓唐冯馮董萧蕭程曹袁邓鄧许許傅沈彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎余潘杜戴夏钟鐘汪田姜范姚谭譚廖邹鄒熊陆陸郝孔崔毛邱秦顾顧侯邵孟段雷钱錢汤湯尹黎乔賀贺赖賴龚';

const nameWord =
  "name|names|nom|nombre|nome|naam|namn|navn|nimi|imię|imię i nazwisko|jméno|név|isim|ad soyad|имя|фио|ім'я|όνομα|שם|الاسم|اسم|نام|नाम|নাম|பெயர்|ชื่อ|이름|성명|姓名|氏名|名前|患者姓名|患者氏名";

const cues: readonly Cue[] = [
  {
    pattern: new RegExp(
      `(?<![\\p{L}'.-])(?:${titles})(?:\\. ?| )(?:(?:Dr|Prof|med|Dipl|Ing)\\.? ){0,3}`,
      'gu',
    ),
    options: { isTitled: true, isPluralTaken: true },
  },
  // M. Dupont, but not an initial: "J. M. Dupont" is met by its own cue.
  { pattern: /(?<![\p{L}.] ?)M\. (?=\p{Lu}\p{Ll})/gu },
  {
    pattern: new RegExp(
      `(?<![\\p{L}])(?:${nameWord})(?![\\p{L}])(?: (?:is|was|ist|es|est|è|é|är|er|on file))?[ :=：-]{1,3}`,
      'giu',
    ),
    options: { isCommaTaken: true },
  },
  {
    pattern:
      /(?<!\p{L})(?:my name is|his name is|her name is|their name is|name's|i am called|call me|i go by|goes by|also known as|a\.k\.a\.|aka|alias|née|nee|formerly known as|nicknamed|me llamo|se llama|mi nombre es|je m'appelle|s'appelle|ich heiße|heißt|mi chiamo|meu nome é|меня зовут|ismim|mam na imię|jag heter|jeg hedder|watashi wa) /giu,
    options: { isLowerCaseTaken: true },
  },
  {
    options: { isCommaTaken: true, isPluralTaken: true },
    pattern: new RegExp(
      `(?<!\\p{L})(?:${person})(?:'s name is| is| was)?(?: called| named| known as|:|,| -| \\()? ?(?=\\p{Lu}|(?:de|van|von|al|el|bin|ibn|d'|da|di|le|la|o')[ -'])`,
      'giu',
    ),
  },
  { pattern: new RegExp(`(?<!\\p{L})(?:${foreignPerson})[:：]? (?=\\p{L})`, 'giu') },
  { pattern: new RegExp(`(?<![\\p{L}\\p{M}])(?:${caselessTitle}) ?(?=\\p{Lo})`, 'gu') },
  { pattern: new RegExp(`(?<!\\p{L})(?:${caselessPatient}) ?[:：] ?(?=\\p{Lo})`, 'gu') },
  {
    pattern: new RegExp(
      `(?<!\\p{L})(?:man|woman|boy|girl|person|lady|gentleman|${person}|someone|he|she) (?:is |was )?(?:named|called|by the name of|known as) `,
      'giu',
    ),
  },
  {
    pattern:
      /(?<!\p{L})(?:(?:notes?|message|entry|letter|call|comment) from|(?:written|signed|reviewed|seen|prescribed|referred|prepared|dictated|approved|verified|examined|treated|entered|recorded|assessed|interpreted|authorised|authorized|witnessed|submitted|requested|ordered|completed|attested|transcribed|performed|accompanied|e-signed|cared for|reported|logged|measured|noted|uploaded|collected) by|spoke (?:to|with)|talked (?:to|with)|discussed with|met with|on behalf of|attn|attention|cc|c\/o|care of|kind regards|best regards|warm regards|regards|sincerely|yours sincerely|yours truly|best wishes|cheers,|thanks,|many thanks,|thank you,|thank you so much,|best,|love,|yours,|warmly,|respectfully,|take care,|ask for|signature|signed|author|referring provider|attending|attending physician|provider|pcp|emergency contact|next of kin|contact person|contact|beneficiary|policy ?holder|subscriber|account holder|responsible party|guarantor|reviewer|clinician|prescriber)[:,]?\s{1,3}(?:Dr\.? |Prof\.? )?(?=\p{L})/giu,
  },
  {
    pattern:
      /(?<!\p{L})(?:Dear|Hi|Hello|Hey|Good morning|Good afternoon|Liebe|Lieber|Cher|Chère|Querido|Querida|Estimado|Estimada|Caro|Cara|Beste|Kære|Kära|Уважаемый|Уважаемая)(?: Herr| Frau| Sr\.?| Sra\.?)?,? (?=\p{L})/gu,
  },
  { pattern: /(?<!\p{L})(?:This is|this is|It's|it's) (?=\p{Lu}\p{Ll})/gu, leastWords: 2 },
  {
    pattern:
      /(?<!\p{L})(?:This is|this is|It's|it's) (?=\p{Lu}[\p{L}'-]{1,30},? (?:from|calling|speaking|writing|texting|here|again)(?!\p{L}))/gu,
  },
  {
    pattern:
      /(?<!\p{L})(?:I am|I'm|i'm|i am) (?=\p{Lu}\p{Ll})(?!\p{L}{2,20}(?:ish|ese|ian|ean|ican|ed|ing|ic|less|ful|py|ry|ly)(?!\p{L}))/gu,
  },
  {
    pattern:
      /(?<!\p{L})(?:patient|full|first|last|given|family|contact|client|child'?s?|parent'?s?|guardian|caregiver|member|user|mother's|father's|spouse) name ?[:=] ?/giu,
    options: { isCommaTaken: true, isLowerCaseTaken: true },
  },
];

/**
 * Names before what tells them: さん, 先生, -san, 씨, MD. The pattern meets the teller first and then looks back, so
 * that text without one costs nothing; group 1 is the name.
 */
const before = [
  /(?:さん|さま|様|殿|くん|君|ちゃん|氏(?!名))(?<=((?:[\u4e00-\u9fff]{1,4}|[\u30a0-\u30ff・]{2,12}))(?:さん|さま|様|殿|くん|君|ちゃん|氏))/dgu,
  new RegExp(
    `(?:先生|医師|女士|小姐|医生|醫生|大夫|护士|護士|教授|主任|阿姨|叔叔)(?<=((?<![\\u4e00-\\u9fff])[\\u4e00-\\u9fff]{2,4}|[${hanSurname}][\\u4e00-\\u9fff]{0,2})(?:先生|医師|女士|小姐|医生|醫生|大夫|护士|護士|教授|主任|阿姨|叔叔))`,
    'dgu',
  ),
  /(?:씨|님|선생님)(?<=(?<![\uac00-\ud7a3])([김이박최정강조윤장임한오서신권황안송류홍전문양손배백허유남심노하][\uac00-\ud7a3]{1,3}) ?(?:씨|님|선생님))/dgu,
  /-(?:san|sama|sensei|kun|chan|ssi|nim|ji|bey|hanım|jan|sahib|saheb)(?!\p{L})(?<=(?<!\p{L})(\p{Lu}\p{Ll}{1,20})-\p{Ll}{2,6})/dgu,
  /(?:Bey|Hanım|Efendi|Sahib|Saheb|Garu)(?!\p{L})(?<=(?<!\p{L})((?:\p{Lu}[\p{L}'.-]{0,30} ){0,2}\p{Lu}[\p{L}'.-]{0,30}) \p{Lu}\p{L}{2,5})/dgu,
  /, (?:MD|M\.D\.|DO|RN|NP|PA-C|PhD|Ph\.D\.|MBBS|FRCP|DNP|RD|LPN|DDS|DMD|PharmD|LCSW|PsyD|BSN|MSN|CDE|CDCES)(?!\p{L})(?<=(?<!\p{L})((?:\p{Lu}[\p{L}'.-]{0,30} ){1,3}\p{Lu}[\p{L}'-]{1,30}), [\p{L}.-]{2,6})/dgu,
  // Names before a birth date, a record number or an age.
  /(?:,? ?\(?(?:DOB|D\.O\.B\.?|MRN|born)(?!\p{L})|,? (?:is |was )?an? \d{1,3}[ -]year|, \d{1,3},|, \d{1,3} ?(?:y\/?o|years))(?<=(?<!\p{L})((?:\p{Lu}[\p{L}'.-]{0,30} ){1,2}\p{Lu}[\p{L}'-]{1,30})(?:,? ?\(?[\p{L}.]{3,6}|,? (?:is |was )?an? \d{1,3}[ -]year|, \d{1,3}(?:,| ?(?:y\/?o|years))))/dgu,
  // A Chinese or Korean patient; without a surname from the list it is the next word of the sentence.
  new RegExp(
    `(?:患者|病人|患儿|病患|家属)[ ：:]?([${hanSurname}][\\u4e00-\\u9fff]{1,2})(?![\\u4e00-\\u9fff]?[者症病])`,
    'dgu',
  ),
  /환자 ([김이박최정강조윤장임한오서신권황안송류홍][\uac00-\ud7a3]{2})(?=[은는이가의을를과와도 ,.]|님|씨|$)/dgu,
];
/** People in general, whom the same endings make polite. */
const nobody = new Set(
  '患者 皆 各位 お客 客 医者 看護師 奥 子供 母 父 家族 担当 先生 主治 家庭 私人 高客 病人 女 男 儿科 外科 内科 全科'.split(
    ' ',
  ),
);

/** Names where a title or another cue gives them. */
export const findNames: PhiFinder = (text) => [
  ...cues.flatMap((cue) => namesAfter(text, cue)),
  ...before.flatMap((pattern) => namesBefore(text, pattern)),
];

const namesBefore = (text: string, pattern: RegExp): readonly PhiHit[] =>
  [...text.matchAll(pattern)].flatMap((match) => {
    const place = match.indices?.[1];
    if (place === undefined || nobody.has(match[1]!)) return [];
    // "Mean Glucose, 142," is a heading.
    if (/^\p{Lu}/u.test(match[1]!) && readName(text, place[0]) < place[1]) return [];
    return [{ kind: 'name', start: place[0], end: place[1] } as const];
  });

const isPlural = /(?:rs|s|sres|children|kids|twins)\.? ?$/i;

const namesAfter = (text: string, { pattern, options, leastWords = 1 }: Cue): readonly PhiHit[] => {
  const hits: PhiHit[] = [];
  let read = 0;
  for (const match of text.matchAll(pattern)) {
    const start = match.index + match[0].length;
    // A cue inside a name that was read already would have it read again.
    if (match.index < read) continue;
    const end = readName(text, start, options);
    if (end === start || text.slice(start, end).split(/[ -]/).length < leastWords) continue;
    hits.push({ kind: 'name', start, end });
    read = end;
    const second =
      options?.isPluralTaken === true
        ? /^ (?:and|&|und|et|y|e|i) (?=\p{Lu})/u.exec(text.slice(end, end + 6))?.[0]
        : undefined;
    if (second === undefined || !isPlural.test(match[0])) continue;
    const secondEnd = readName(text, end + second.length, options);
    if (secondEnd > end + second.length)
      hits.push({ kind: 'name', start: end + second.length, end: secondEnd });
  }
  return hits;
};
