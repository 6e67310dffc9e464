import type { PhiFinder } from './phi-hit.ts';
import { readName } from './read-name.ts';
import { scriptGivenNames } from './script-given-names.ts';

/** Titles in scripts without capitals: the next one or two words are taken. */
const titles =
  "מר|גב'|גברת|דר'|ד\"ר|פרופ'|האחות|הרופא|הרופאה|السيد|السيدة|الدكتور|الدكتورة|دكتور|دكتورة|الأستاذ|الأستاذة|الآنسة|الشيخ|الحاج|الحاجة|الممرضة|د\\.|آقای|خانم|دکتر|جناب|محترمہ|ڈاکٹر|श्री|श्रीमती|डॉ\\.?|डॉक्टर|कुमारी|सुश्री|জনাব|ডাঃ|ডা\\.|ডাক্তার|বেগম|திரு\\.?|திருமதி|டாக்டர்|శ్రీ|శ్రీమతి|డాక్టర్|ಶ್ರೀ|ಶ್ರೀಮತಿ|ಡಾ\\.|ശ്രീ|ശ്രീമതി|ഡോ\\.|ਸ੍ਰੀ|ਸ਼੍ਰੀ|ਡਾ\\.|શ્રી|શ્રીમતી|ડૉ\\.|นายแพทย์|แพทย์หญิง|พยาบาล|นางสาว|นาย|นาง|คุณ|หมอ|ბატონი|ქალბატონი|ექიმი|អ្នកស្រី|លោក|ດຣ|ဒေါ်|ဦး|አቶ|ወይዘሮ|ዶ/ር|ዶክተር";
/** What somebody is called, or who they are to the writer. */
const callings =
  'اسمي|اسمه|اسمها|ابني|ابنتي|زوجي|زوجتي|أخي|أختي|والدي|والدتي|عزيزي|عزيزتي|مرحبا|שמי|קוראים לי|שמו|שמה|אשתי|בעלי|הבן שלי|הבת שלי|שלום|मेरा नाम|उसका नाम|उनका नाम|मेरी पत्नी|मेरे पति|मेरा बेटा|मेरी बेटी|मेरी बहन|मेरा भाई|प्रिय|नमस्ते|میرا نام|نام من|اسم من|আমার নাম|என் பெயர்|నా పేరు|ನನ್ನ ಹೆಸರು|എന്റെ പേര്|ਮੇਰਾ ਨਾਮ|મારું નામ|ฉันชื่อ|ผมชื่อ|ดิฉันชื่อ|ชื่อ|მე მქვია|ስሜ';
/** The patient, which in these scripts is told from "the patient sleeps" by a colon only. */
const patients =
  'המטופל|המטופלת|החולה|המטופל/ת|מטופל|מטופלת|שם המטופל|المريض|المريضة|اسم المريض|مريض|مريضة|بیمار|نام بیمار|مریض|मरीज|मरीज़|रोगी|रोगी का नाम|রোগী|রোগীর নাম|நோயாளி|రోగి|ರೋಗಿ|രോഗി|ਮਰੀਜ਼|દર્દી|ผู้ป่วย|คนไข้|환자명|환자|보호자|보호자명|담당의|담당의사|주치의|간호사|患者|患者名|病人|患儿|患者様|病患|家属|联系人|主治医|主治医师|医师|医生|护士|担当医|担当|看護師|保護者|緊急連絡先|紧急联系人';
const names =
  'שם|שם מלא|שם פרטי|שם משפחה|الاسم|الاسم الكامل|اسم|اللقب|نام|نام خانوادگی|नाम|पूरा नाम|নাম|பெயர்|పేరు|ಹೆಸರು|പേര്|ਨਾਮ|નામ|ชื่อ|ชื่อ-สกุล|นามสกุล|ชื่อผู้ป่วย|이름|성명|성함|姓名|氏名|お名前|名前|フリガナ|患者姓名|患者氏名|名|სახელი|გვარი|ስም|անուն|ազգանուն';

/** CJK surnames that lead a name. */
const hanSurname =
  '王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱林郭罗羅梁宋郑鄭谢謝韩韓唐冯馮董萧蕭程曹袁邓鄧许許傅沈彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎余潘杜戴夏钟鐘汪田姜范姚谭譚廖邹鄒熊陆陸郝孔崔毛邱秦顾顧侯邵孟段雷钱錢汤湯尹黎乔賀贺赖賴龚高何马馬方石任金万史龙白江曾武文';

/** The longer first: श्रीमती before श्री. */
const longestFirst = (words: string) =>
  words
    .split('|')
    .toSorted((a, b) => b.length - a.length)
    .join('|');

const cues = [
  new RegExp(`(?<![\\p{L}\\p{M}])(?:${longestFirst(titles)}) ?(?=\\p{Lo})`, 'gu'),
  new RegExp(`(?<![\\p{L}\\p{M}])(?:${callings})[:,]? (?=\\p{Lo})`, 'gu'),
  new RegExp(`(?<!\\p{L})(?:${patients}) ?[:：(|=] ?(?=\\p{Lo})`, 'gu'),
  new RegExp(`(?<!\\p{L})(?:${names})(?![\\p{L}]) ?[:：|= ] ?(?=\\p{Lo})`, 'gu'),
];

/** "المريض أحمد": without a colon only a known name is one. */
const patientAhead = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${patients}) (?=(?!\\p{Script=Hangul}|\\p{Script=Han})\\p{Lo})`,
  'gu',
);
const firstWord = /[\p{Lo}\p{M}]+/uy;

const isKnownAt = (text: string, start: number): boolean => {
  firstWord.lastIndex = start;
  return scriptGivenNames.has(firstWord.exec(text)?.[0] ?? '');
};

/**
 * Names before or behind what tells them: さん, 先生, 씨, 我叫. The pattern meets the teller first and then looks back,
 * so that text without one costs nothing; group 1 is the name.
 */
const tellers = [
  /(?:さん|さま|様|殿|くん|君|ちゃん|氏(?!名))(?<=((?:[\u4e00-\u9fff]{1,4}|[\u30a0-\u30ff・]{2,12}))(?:さん|さま|様|殿|くん|君|ちゃん|氏))/dgu,
  new RegExp(
    `(?:先生|医師|女士|小姐|医生|醫生|大夫|护士|護士|教授|主任|阿姨|叔叔|老师|看護師)(?<=((?<![\\u4e00-\\u9fff])[\\u4e00-\\u9fff]{2,4}|[${hanSurname}][\\u4e00-\\u9fff]{0,2})(?:先生|医師|女士|小姐|医生|醫生|大夫|护士|護士|教授|主任|阿姨|叔叔|老师|看護師))`,
    'dgu',
  ),
  /(?:씨|님|선생님|간호사|교수)(?<=(?<![\uac00-\ud7a3])([김이박최정강조윤장임한오서신권황안송류홍전문양손배백허유남심노하][\uac00-\ud7a3]{1,3}) ?(?:씨|님|선생님|간호사|교수))/dgu,
  // A Chinese or Korean patient; without a surname from the list it is the next word of the sentence.
  new RegExp(
    `(?:患者|病人|患儿|病患|家属)[ ：:]?([${hanSurname}][\\u4e00-\\u9fff]{1,2})(?![\\u4e00-\\u9fff]?[者症病])`,
    'dgu',
  ),
  new RegExp(
    `(?:我叫|名叫|他叫|她叫|我是|妻子|丈夫|儿子|女儿|母亲|父亲|妈妈|爸爸|哥哥|弟弟|姐姐|妹妹|老公|老婆)([${hanSurname}][\\u4e00-\\u9fff]{1,2})(?![\\u4e00-\\u9fff]{0,2}[者症病])`,
    'dgu',
  ),
  /(?:名前は|妻の|夫の|息子の|娘の|母の|父の|私は)([\u4e00-\u9fff]{2,5}|[\u30a0-\u30ff]{2,8})(?=です|と申します|と言います|が|は|も)/dgu,
  /(?:이름은|아내|남편|아들|딸|어머니|아버지) ?([김이박최정강조윤장임한오서신권황안송류홍][\uac00-\ud7a3]{2})(?=[은는이가의을를과와도 ,.]|입니다|이에요|예요|님|씨|$)/dgu,
  /환자 ([김이박최정강조윤장임한오서신권황안송류홍][\uac00-\ud7a3]{2})(?=[은는이가의을를과와도 ,.]|님|씨|$)/dgu,
];
/** People in general, whom the same endings make polite. */
const nobody = new Set(
  '患者 皆 各位 お客 客 医者 看護師 奥 子供 母 父 家族 担当 先生 主治 家庭 私人 高客 病人 女 男 儿科 外科 内科 全科 担当者 主治医 糖尿 血糖 自分 本人 高血圧 妊婦 高血'.split(
    ' ',
  ),
);

/** Names in scripts without capitals, where a title or another cue gives them. */
export const findScriptNames: PhiFinder = {
  patterns: [...cues, patientAhead, ...tellers],
  find: ({ text, matches }) => [
    ...[...cues, patientAhead].flatMap((pattern) =>
      matches(pattern).flatMap((match) => {
        const start = match.index + match[0].length;
        if (pattern === patientAhead && !isKnownAt(text, start)) return [];
        const end = readName(text, start);
        return end > start ? [{ kind: 'name' as const, start, end }] : [];
      }),
    ),
    ...tellers.flatMap((pattern) =>
      matches(pattern).flatMap((match) => {
        const place = match.indices?.[1];
        if (place === undefined || nobody.has(match[1]!)) return [];
        return [{ kind: 'name' as const, start: place[0], end: place[1] }];
      }),
    ),
  ],
};
