/** Months as people write them, for a pattern that ignores case: English in full and in short. */
export const englishMonths =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec';

/** German, French, Spanish, Italian, Portuguese, Dutch, the Nordic, Slavic and other languages, with their cases. */
export const foreignMonths = [
  'januar|jänner|februar|feber|märz|mai|juni|juli|oktober|dezember|dez|okt',
  'janvier|janv|février|fevrier|févr|fév|mars|avril|avr|juin|juillet|juil|août|aout|septembre|octobre|novembre|décembre|decembre|déc',
  'enero|ene|febrero|marzo|abril|abr|mayo|junio|julio|agosto|ago|septiembre|setiembre|octubre|noviembre|diciembre|dic',
  'gennaio|febbraio|aprile|maggio|giugno|giu|luglio|lug|settembre|ottobre|ott|dicembre',
  'janeiro|fevereiro|fev|março|maio|junho|julho|setembro|outubro|novembro|dezembro',
  'januari|februari|maart|mrt|mei|augustus|augusti|maj|marts|desember|januar|kolovoza',
  'tammikuuta|helmikuuta|maaliskuuta|huhtikuuta|toukokuuta|kesäkuuta|heinäkuuta|elokuuta|syyskuuta|lokakuuta|marraskuuta|joulukuuta',
  'stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia',
  'ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince|januára|februára|apríla|mája|júna|júla|augusta|októbra|novembra|decembra',
  'siječnja|veljače|ožujka|travnja|svibnja|lipnja|srpnja|rujna|studenoga|studenog|prosinca|januara|februara|juna|jula|avgusta|septembra|oktobra',
  'január|február|március|április|május|június|július|augusztus|szeptember|október|december',
  'ianuarie|februarie|martie|aprilie|iunie|iulie|septembrie|octombrie|noiembrie|decembrie',
  'ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık',
  'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь|янв|фев|апр|авг|сен|окт|ноя|дек',
  'січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня|януари|февруари|април|юни|юли|септември|октомври|ноември|декември',
  'ιανουαρίου|φεβρουαρίου|μαρτίου|απριλίου|μαΐου|μαϊου|ιουνίου|ιουλίου|αυγούστου|σεπτεμβρίου|οκτωβρίου|νοεμβρίου|δεκεμβρίου',
  'يناير|فبراير|مارس|أبريل|ابريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر|كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول|محرم|صفر|رجب|شعبان|رمضان|شوال',
  'فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند',
  '[בל]?(?:ינואר|פברואר|מרץ|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר)',
  'जनवरी|फरवरी|फ़रवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|सितम्बर|अक्टूबर|नवंबर|नवम्बर|दिसंबर|दिसम्बर',
  'জানুয়ারি|ফেব্রুয়ারি|মার্চ|এপ্রিল|মে|জুন|জুলাই|আগস্ট|সেপ্টেম্বর|অক্টোবর|নভেম্বর|ডিসেম্বর',
  'มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม',
  'januarii|pebruari|maret|agustus|ogos|disember|enero|pebrero|hunyo|hulyo|nobyembre|disyembre|machi|aprili|septemba|oktoba|novemba|desemba|agosti',
  'muharram|safar|rabi al-awwal|rajab|shaban|ramadan|shawwal|dhu al-hijjah|tishrei|kislev|nisan|iyar|sivan|tammuz|elul|adar',
].join('|');

/** Days of the week in full and in short, for a pattern that ignores case. */
export const weekdays =
  'monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|segunda(?:-feira)?|terça(?:-feira)?|quarta(?:-feira)?|quinta(?:-feira)?|sexta(?:-feira)?|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|mandag|tirsdag|lørdag|søndag|maanantaina|tiistaina|keskiviikkona|torstaina|perjantaina|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela|понедельник|вторник|среда|среду|четверг|пятница|пятницу|суббота|воскресенье|pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim';
