/** What ends the name of a street in English, in the case of a title; the words of India that do too. */
export const roadEndings =
  'Street|St|Avenue|Ave|Av|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Way|Place|Pl|Square|Sq|Terrace|Tce|Ter|Crescent|Cres|Close|Highway|Hwy|Parkway|Pkwy|Circle|Cir|Trail|Trl|Alley|Row|Gardens|Gdns|Grove|Mews|Hill|Walk|Quay|Broadway|Plaza|Loop|View|Heights|Path|Bend|Ridge|Parade|Pde|Promenade|Esplanade|Park|Manor|Estate|Estates|Pike|Turnpike|Expressway|Freeway|Causeway|Crossing|Cove|Run|Point|Landing|Green|Rise|Vale|Wynd|Brae|Gate|Wharf|Nagar|Marg|Chowk|Sadak|Salai|Bazar|Bazaar|Colony|Layout|Enclave|Extension|Vihar|Puram|Peth|Cross|Main';

/** Those that lower-case text has, in full and in short. */
export const lowerRoadEndings =
  'street|avenue|road|boulevard|lane|drive|court|terrace|crescent|highway|parkway|ave|blvd|rd|ln|hwy|pkwy|cres|st|dr|ct|pl|cir|way|circle|place|close|trail';

/** Words that a street's name begins with in other languages, in the case that they have within a line. */
export const roadBeginnings = [
  'Rue|rue|Avenue|avenue|Av\\.|av\\.|Boulevard|boulevard|Bd|bd|Bld|Allée|allée|Allées|allées|Chemin|chemin|Impasse|impasse|Place|place|Quai|quai|Cours|cours|Route|route|Sentier|sentier|Faubourg|Square|square|Passage|passage|Résidence|résidence|Lotissement|lotissement|Cité|cité',
  'Calle|calle|C/|c/|C\\.|Avenida|avenida|Avda\\.?|avda\\.?|Paseo|paseo|Pº|Plaza|plaza|Plza\\.?|Carrera|carrera|Cra\\.?|Cr\\.|Kr|Cll\\.?|Cl\\.|Diagonal|Transversal|Calzada|calzada|Callejón|callejón|Camino|camino|Carretera|Ronda|ronda|Pasaje|pasaje|Jirón|jirón|Jr\\.|Malecón|Bulevar|Urb\\.|Urbanización|Autopista|Cerrada|Privada|Prolongación|Andador|Travesía|Carrer|carrer|Passeig|Plaça',
  'Via|via|V\\.le|Viale|viale|Piazza|piazza|P\\.za|Piazzale|Corso|corso|C\\.so|Largo|largo|Vicolo|vicolo|Strada|strada|Contrada|Lungomare|Lungotevere|Salita|Borgo',
  'Rua|rua|R\\.|Travessa|travessa|Tv\\.|Estrada|estrada|Rodovia|rodovia|Alameda|alameda|Al\\.|Praça|praça|Pça\\.?|Ladeira|Beco|Largo|Quadra|Calçada',
  'Jalan|jalan|Jl\\.?|Jln\\.?|Gang|Gg\\.|Lorong|Persiaran|Kampung|Kg\\.|Taman|Lebuh|Solok|Perumahan|Barangay|Brgy\\.?|Purok|Sitio|Đường|đường|Phố|phố|Ngõ|ngõ|Hẻm|Ấp|Thôn|Soi|Thanon|Moo',
  'ul\\.|Ul\\.|ulica|al\\.|aleja|Al\\.|os\\.|pl\\.|plac|nám\\.|náměstí|třída|tř\\.|nábřeží|ulice|str\\.|Str\\.|Strada|Bd\\.|Calea|Șos\\.|Aleea|Splaiul|bul\\.|Bulevardul|Trg|trg|Ulica|Bulevar|Rruga|rr\\.|g\\.|gatvė',
  'улица|ул\\.|Ул\\.|проспект|пр\\.|пр-т|просп\\.|пер\\.|переулок|бул\\.|бульвар|наб\\.|набережная|шоссе|ш\\.|пл\\.|площадь|мкр\\.?|микрорайон|проезд|вулиця|вул\\.|Вул\\.|провулок|пров\\.|бул|οδός|Οδός|οδ\\.|Λεωφόρος|Λεωφ\\.|λεωφόρος|Πλατεία',
  'Straße|Strasse|Str\\.',
  "شارع|طريق|حي|زنقة|نهج|רחוב|רח'|שדרות|שד'|דרך|سڑک|گلی|محله|خیابان|خ\\.|کوچه|बाज़ार|गली|मोहल्ला|ถนน|ซอย|ถ\\.|ซ\\.",
].join('|');

/** Words behind the name of a street in Turkish, Hungarian, Nordic and other tongues. */
export const roadBehind =
  'Caddesi|Cad\\.?|Cd\\.?|Sokağı|Sokak|Sok\\.?|Sk\\.?|Bulvarı|Blv\\.?|Mahallesi|Mah\\.?|Apartmanı|Apt\\.?|Sitesi|utca|út|tér|körút|krt\\.|köz|gate|gata|gatan|vei|veien|vej|vägen|väg|gränd|plads|plass|alle|allé|katu|tie|puistotie|tänav|tee|puiestee|iela|gatvė|prospektas|Straße|Strasse|straat|laan|plein|weg|Weg|Allee|Platz|Ring|Damm|Ufer|Markt|Gasse|kade|dreef|singel|ulica|ulice|náměstí|třída|улица|проспект|бульвар|шоссе|Marg|Nagar|Sadak|Street|Road|dori';

/** Endings of compound names: Hauptstraße, Storgatan, Prinsengracht. */
export const compoundEndings =
  'straße|strasse|straat|str\\.|str|weg|wegen|gasse|allee|platz|ufer|damm|chaussee|promenade|gatan|gata|gaten|vägen|väg|veien|vei|gate|vej|vejen|gade|stræde|gränd|torget|torg|torvet|plads|plass|bakken|backen|straat|gracht|laan|plein|kade|singel|dreef|dijk|steeg|katu|tie|polku|kuja|kaari|utca|út|tér|körút|stræti|gata|vegur|braut';
