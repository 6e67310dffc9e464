import { listOf } from '../../text/list-of.ts';

/** How strongly a cue leads to a name. */
export type NameCue =
  /** Stands before a surname whatever its case: Mr, Frau. */
  | 'title'
  /** A title that is a word of its own too, told by its capital: Sister, Don, Chief. */
  | 'honorific'
  /** Somebody to the writer or in the clinic: takes a name with a capital, or a known one. */
  | 'role'
  /** Says what somebody is called. */
  | 'called'
  /** Somebody who speaks of themselves. */
  | 'self'
  /** What somebody does with a person, or a person did. */
  | 'verb'
  | 'greeting'
  | 'closing';

const titles = `
  mr, mrs, ms, miss, mx, mister, heer, de heer, dr, drs, doctor, prof, professor, madam, messrs, sir, dame, lady, lord, reverend, rev, herr, herrn, frau,
  fräulein, monsieur, madame, mademoiselle, mme, mlle, docteur, docteure, señor, señora, señorita, senor, senora, senorita,
  sra, srta, dra, doctora, signor, signora, signorina, sig.ra, dott, dott.ssa, dott.ri, dottor, dottore, dottoressa, senhor,
  senhora, doutor, doutora, mevrouw, mevr, meneer, dhr, fru, overlege, domnul, doamna, shri, smt, shrimati, kumari, encik, puan,
  bapak, alhaji, alhaja, mallam, malam, ustaz, ustadh, ustadha, sayyid, sayed, hajj, hajji, haji, hajja, sheikh, shaikh,
  sheik, mwalimu, mzee, khun, gospodin, gospodja, gospođa, gospođica, kyrios, kyria, kyria, capt, captain, sgt, sergeant, lieutenant,
  lt col, corporal, cpl, major, colonel, engr, atty, barrister, pharm, tan sri, datuk, tuan, thiru, thirumathi, janab, whaea, matua, koro,
  begum, ato, weizero, woizero, sensei, г-н, г-жа, господин, госпожа, доктор, доктора, профессор, врач, лікар, пані,
  κύριος, κυρία, κύριο, κα, γιατρός, κ, κος, δρ, պարոն, տիկին, hocam, doktor, profesor, profesora, docent, univ.-prof, mag, dipl.-ing`;

/** Titles that are words or units in lower case: Ms and ms, Don and don. */
const capitalTitles = `
  Ms, MS, Miss, Mx, Sr, Sres, Don, Doña, Dona, Dom, Seu, Pan, Pani, Pane, Paní, Hr, Herra, Rouva, Sri, Pak, Ibu, Bu, Bay, Bayan, Sig, Hon,
  Gen, Maj, Col, Lt, Eng, Adv, Cik, Oga, Chief, Elder, Deacon, Judge, Rabbi, Imam, Father, Fr, Sister, Brother, Pastor, Bishop, Swami,
  Guru, Officer, Coach, Matron, Nana, Oma, Opa, Tante, Oncle, Onkel, Tía, Tío, Chacha, Didi, Bhai, Akka, Ajarn,
  Abuela, Abuelo, Mama, Papa, Auntie, Aunty, Aunt, Uncle, Grandma, Grandpa, Granny, Gran, Mme, Mlle, Dre, Cônego, Padre, Madre, Hermana,
  Sor, Zia, Zio, Dokter, Dr, Ing, Detective, Sheriff, Constable, Inspector, Senator, Councillor, Mayor, Governor, Principal,
  Registrar, Consultant, Midwife, Therapist, Dietitian, Dietician, Nutritionist, Pharmacist, Paramedic, Physio, Nurse, Surgeon,
  Cardiologist, Endocrinologist, Chaplain, Interpreter, Cousin, Κ, Пан`;

const relations = `
  wife, husband, spouse, partner, fiancé, fiancée, fiance, fiancee, boyfriend, girlfriend, son, sons, daughter, daughters, mother, father, mom,
  mum, mam, mommy, mummy, dad, daddy, mama, papa, sister, sisters, brother, brothers, sibling, aunt, aunty, auntie, uncle, niece, nephew, cousin, cousins,
  grandmother, grandfather, grandma, grandpa, granny, gran, nan, nana, granddaughter, grandson, grandchild, stepmother, stepfather,
  stepson, stepdaughter, stepmom, stepdad, stepbrother, stepsister, mother-in-law, father-in-law, sister-in-law, brother-in-law, son-in-law, daughter-in-law,
  half-brother, half-sister, godmother, godfather, goddaughter, godson, widow, widower, fosterer, foster mother, foster father,
  ex, ex-wife, ex-husband, ex-partner, twin, twins, kid, kids, child, children, baby, parents, parent, friend, friends, best friend, bestie, buddy, pal, mate,
  neighbour, neighbor, roommate, flatmate, housemate, colleague, coworker, co-worker, workmate, classmate, teammate, boss,
  supervisor, landlord, landlady, tenant, nanny, babysitter, maid, housekeeper, helper, companion, guardian, caregiver, carer, caretaker, minder, attendant,
  family, grandad, granddad, gramps, nanna, bf, gf, bff, sil, mil, bil, fil, grandkid, grandkids, stepkid, significant other, nok, poa, next of kin, emergency contact, better half, hubby, wifey, missus, bro, sis, godparent, relative, ward,
  dog walker, running partner, walking partner, gym buddy, personal trainer, trainer, coach, teacher, tutor, principal, employer, manager, driver, interpreter, translator`;

const foreignRelations = `
  esposa, esposo, marido, mujer, hija, hijo, hijas, hijos, madre, padre, mamá, papá, hermana, hermano, abuela, abuelo, tía, tío, prima, primo, novia, novio,
  amiga, amigo, vecina, vecino, sobrina, sobrino, nieta, nieto, suegra, suegro, cuñada, cuñado, pareja, jefe, jefa,
  femme, mari, époux, épouse, conjoint, conjointe, fille, fils, mère, père, soeur, sœur, frère, grand-mère, grand-père, tante, oncle, cousine, copain, copine, ami, amie, voisin, voisine, compagne, compagnon, belle-mère, beau-père, belle-sœur, beau-frère, petite-fille, petit-fils,
  mann, ehemann, ehefrau, tochter, sohn, mutter, vater, schwester, bruder, oma, opa, onkel, nichte, neffe, freund, freundin, nachbar, nachbarin, enkel, enkelin, lebensgefährte, lebensgefährtin, partnerin, schwiegermutter, schwiegervater, schwager, schwägerin, kollegin, kollege, cousin, chef, chefin, betreuer, betreuerin,
  moglie, marito, figlia, figlio, figli, sorella, fratello, nonna, nonno, zia, zio, nipote, cugina, cugino, amica, amico, vicina, vicino, fidanzata, fidanzato, compagna, compagno, suocera, suocero, cognata, cognato, mamma, papà, badante,
  esposa, mulher, filha, filho, mãe, pai, irmã, irmão, avó, avô, tia, tio, prima, primo, namorada, namorado, vizinha, vizinho, sogra, sogro, cunhada, cunhado, neta, neto, cuidadora, cuidador,
  vrouw, echtgenoot, echtgenote, dochter, zoon, moeder, vader, zus, broer, tante, oom, vriend, vriendin, buurman, buurvrouw, kleinzoon, kleindochter,
  kone, fru, make, maka, man, mand, dotter, datter, son, søn, sønn, mor, mamma, pappa, far, syster, søster, bror, farmor, mormor, farfar, morfar, svigermor, sambo, samboer, kæreste, ven, vän, venn, granne, nabo,
  żona, żony, żoną, mąż, mężem, córka, córką, syn, synem, matka, matką, ojciec, ojcem, siostra, siostrą, brat, bratem, babcia, dziadek, sąsiad, sąsiadka, wnuk, wnuczka,
  manželka, manžel, dcera, syn, matka, otec, sestra, bratr, babička, feleségem, férjem, fiam, lányom, anyám, apám, soția, soțul, fiica, fiul, mama, tatăl, sora, fratele,
  жена, женой, муж, мужем, дочь, дочерью, сын, сыном, мать, мама, мамой, отец, папа, сестра, сестрой, брат, братом, бабушка, дедушка, подруга, друг, внук, внучка, соседка, сосед, дружина, чоловік, донька, син, мати, батько,
  eşim, eşi, karım, kocam, kızım, kızı, oğlum, oğlu, annem, annesi, babam, babası, ablam, abim, kardeşim, komşum, arkadaşım,
  vợ, chồng, con gái, con trai, mẹ, bố, chị, anh trai, istri, isteri, suami, anak, ibu, ayah, kakak, adik, teman, mke wangu, mume wangu, asawa, anak ko, vaimo, mies, tytär, poika, äiti, isä, sisko, veli, γυναίκα, άντρας, κόρη, γιος, μητέρα, πατέρας, αδελφή, αδελφός`;

const patients = `
  patient, pt, pts, client, user, subject, participant, member, resident, wearer, applicant, insured, volunteer, proband, enrollee, student,
  veteran, inmate, infant, newborn, baby boy, baby girl, decedent, deceased, victim, claimant, donor, recipient, candidate, survivor, runner, athlete, walker,
  patientin, paciente, pacienta, paziente, patiente, pasien, pesakit, pacjent, pacjentka, pacjentki, pacjenta, patiënt, patiënte, hasta, hastam, bệnh nhân, mgonjwa,
  potilas, pacientka, pacient, beteg, pacientul, pacienta, пациент, пациентка, пациента, пациентки, пациенту, пациентке, больной, больная, хворий, хвора, пацієнт, пацієнтка, ασθενής, ασθενη, հիվանդ, პაციენტი,
  klient, klientin, cliente, usuario, usuaria, bewohner, bewohnerin, residente`;

const professions = `
  sw, slp, psw, chw, hha, rn, lpn, cna, hca, hcp, crna, fnp, nurse, staff nurse, charge nurse, head nurse, ward nurse, night nurse, school nurse, nurse practitioner, physician assistant, registered nurse, practice nurse, community nurse, district nurse, midwife,
  physician, attending, attending physician, resident physician, gp, pcp, hospitalist, intensivist, registrar, intern, houseman, consultant, specialist, surgeon, anaesthetist, anesthesiologist, anesthetist, anaesthesiologist,
  cardiologist, endocrinologist, endo, diabetologist, neurologist, nephrologist, oncologist, urologist, rheumatologist, dermatologist, pulmonologist, gastroenterologist, gynaecologist, gynecologist, obstetrician, ophthalmologist, optometrist, radiologist, pathologist, hematologist, psychiatrist, psychologist, paediatrician, pediatrician, geriatrician, podiatrist, chiropodist, dentist, orthodontist, audiologist, internist, family doctor,
  therapist, counsellor, counselor, physiotherapist, physical therapist, occupational therapist, speech therapist, physio, osteopath, chiropractor, dietitian, dietician, nutritionist, pharmacist, chemist, phlebotomist, technician, sonographer, radiographer, paramedic, emt, medic, healer, doula,
  health coach, care manager, case worker, caseworker, case manager, social worker, support worker, key worker, care worker, health visitor, home aide, care coordinator, care navigator, navigator, diabetes educator, educator, health worker, community health worker, sleep coach, scribe, receptionist, secretary, clerk, chaplain, lawyer, attorney, solicitor, investigator, principal investigator, co-investigator, coordinator, study nurse, clinician, provider, referring provider, ordering provider, referring physician, prescriber, practitioner, reviewer, author, editor, transcriptionist, dictator, interviewer, examiner, assessor, observer, witness, chaperone, enfermera, enfermero, médico, médica, medico, médecin, infirmière, infirmier, arzt, ärztin, hausarzt, hausärztin, krankenschwester, pfleger, infermiera, infermiere, enfermeira, enfermeiro, huisarts, verpleegkundige, lekarz, lekarka, pielęgniarka, läkare, sjuksköterska, sykepleier, lege, læge, hemşire, perawat, bác sĩ, медсестра, врача, врачом`;

const callings = `
  name, name is, name was, nom, nome, nombre, naam, namn, navn, nume, jméno, imię, last name, first name, surname, forename, given name, family name, maiden name, preferred name, middle name, full name, patient name, birth name, nickname, apellido, apellidos, cognome, sobrenome, achternaam, voornaam, nachname, vorname, prénom, nom de famille, efternavn, etternavn, efternamn, förnamn, sukunimi, nazwisko, příjmení, prezime, фамилия, имя, прізвище,
  my name is, his name is, her name is, their name is, the name is, name was, names are, name's, i am called, i'm called, am called, is called, was called, named, nicknamed, surnamed, baby named, call me, calls me, calls her, calls him, call her, call him, called her, called him, called me, i go by, goes by, go by, also known as, known as,
  better known as, formerly known as, formerly, by the name of, aka, alias, née, nee, né, geb, geborene, me llamo, se llama, llamada, llamado, mi nombre es, su nombre es, je m'appelle, s'appelle, m'appelle, nommé, nommée, ich heiße, ich heisse, heiße, heißt, namens, mein name ist, mi chiamo, si chiama, chamo-me, me chamo, chama-se, se chama, meu nome é,
  o meu nome é, mijn naam is, ik heet, heet, genaamd, jag heter, heter, jeg hedder, hedder, jeg heter, nazywam się, mam na imię, o imieniu, jmenuji se, mă numesc, mă cheamă, a nevem, hívnak, меня зовут, его зовут, её зовут, зовут, по имени, мене звати, звати, με λένε, ονομάζομαι, benim adım, adım, adı, ismim, nimeni on, olen nimeltään, nama saya, nama dia, namaku, tên tôi là, tôi tên là, tôi tên, jina langu ni, jina lake ni, ang pangalan ko ay, ako si, si, oruko mi ni, aha m bu, watashi wa, mera naam, mera nam, igama lami ngu, minun nimeni on, ég heiti, is ainm dom, fy enw i yw`;

const selves = `
  its, i am, i'm, im, i´m, this is, it's, its me, it is, it's me, je suis, c'est, ich bin, hier ist, soy, sono, sou, sou o, sou a, eu sou o, eu sou a, ik ben, met, jestem, это, я, ben, saya, aku, dito si, ni mimi, ndingu, je mappelle`;

const verbs = `
  photo of, photos of, picture of, video of, booked with, booking with, meeting, meeting with, lunch with, dinner with, breakfast with, coffee with, class with, training with, family of, daughter is, son is, wife is, husband is, partner is, mother is, father is, doctor is, nurse is, sister is, brother is,
  spoke to, spoke with, spoken to, speak to, speak with, speaking to, speaking with, talked to, talked with, talk to, talking to, discussed with, discussed case with, consulted with, met with, meet with, met, liaised with, reviewed with, handed over to, handover to, handed to, escalated to, reported to, seen with, signed off to, visit with, appointment with, appt with, session with, consult with, follow up with, f/u with, call with, phoned, rang, emailed, texted, telephoned, paged, contacted, informed, notified, told, advised, reminded, thanked, asked,
  called, call, ask, ask for, tell, text, email, phone, ring, page, contact, thank, remind, notify, inform, message, message from, messages from, note from, notes from, letter from, letter to, email from, entry from, call from, comment from, text from, voicemail from, report from, request from, referral from, question from, referred to, referred by, refer to, referral to, transferred to, assigned to, given to, belongs to, belonging to, registered to, registered for, issued to, prescribed to, prescribed for, dispensed to, sent to, written to, addressed to, delivered to, released to, discharged to, copied to, forwarded to, copy to, fax to, faxed to, send to, mail to, report to, log of, chart of, record of, report for, report on, results for, result for, results of, readings for, readings of, summary for, summary of, data for, data of, order for, prescription for, prepared for, labs for, notes for, note for, care of, c/o, on behalf of, behalf of, in the name of, cared for, caring for, lives with, living with, live with, lived with, stays with, staying with, moved in with, walks with, walk with, walked with, runs with, ran with, married to, engaged to, divorced from, widow of, wife of, husband of, son of, daughter of, mother of, father of, parent of, child of, sister of, brother of, friend of, guardian of, carer of, carer for, name of, according to, per, as per, via, courtesy of, thanks to, attn, attention, cc, bcc, fao, re, ref, to, from, regarding, concerning, with, met by, dear, accompanied by, brought in by, brought by, wird betreut von, laut, selon, según, secondo, segundo, volgens, enligt, ifølge, według, по словам, behandelt von, gesehen von, vu par, vue par, signé par, visto por, firmado por, atendido por, visto da, firmato da, gezien door, assinado por`;

const greetings = `
  dear, hi, hello, hey, hiya, heya, howdy, yo, good morning, good afternoon, good evening, good day, morning, evening, greetings, welcome, welcome back, congratulations, congrats, well done, sorry, happy birthday, goodnight, good night, bye, goodbye, cheers, thanks, thank you, thank you so much, thanks so much, many thanks, thanks again, thx, ta,
  good work, great work, great job, good job, nice work, hooray, bravo, liebe, lieber, hallo, guten morgen, guten tag, moin, servus, grüß gott, sehr geehrte, sehr geehrter, cher, chère, bonjour, salut, coucou, bonsoir, merci, querido, querida, estimado, estimada, hola, buenos días, buenas tardes, gracias, caro, cara, gentile, egregio, ciao, buongiorno, buonasera, grazie, salve, olá, oi, bom dia, boa tarde, prezado, prezada, obrigado, obrigada, beste, geachte, hoi, dag, goedemorgen, bedankt, kære, kära, kjære, hej, hei, god morgon, tack, takk, tak, cześć, dzień dobry, drogi, droga, szanowny, szanowna, ahoj, dobrý den, szia, kedves, bună, salutare, dragă, привет, здравствуйте, уважаемый, уважаемая, дорогой, дорогая, спасибо, привіт, вітаю, дорога, γεια σου, αγαπητέ, αγαπητή, merhaba, selam, sevgili, sayın, günaydın, teşekkürler, namaste, namaskar, assalamu alaikum, assalamualaikum, as-salamu alaykum, salaam, salam, selamat pagi, halo, xin chào, chào, chị, kính gửi, jambo, habari, sawubona, molo, kamusta, kumusta, mabuhay, kia ora, aloha, talofa, bula, shalom, marhaba, habibi`;

const closings = `
  regards, kind regards, best regards, warm regards, warmest regards, with regards, kindest regards, sincerely, yours sincerely, sincerely yours, yours faithfully, yours truly, truly yours, best wishes, all the best, best, love, lots of love, much love, yours, warmly, respectfully, respectfully submitted, take care, cordially, gratefully, xoxo, xx, xxx, hugs, blessings, signed, sgd, signature, electronically signed, e-signed, digitally signed, /s/, sent by, sincerely and thanks, faithfully, thanks and regards, with thanks, speak soon, see you soon, talk soon, many thanks, thanks, thank you, cheers,
  mit freundlichen grüßen, mit freundlichem gruß, freundliche grüße, viele grüße, liebe grüße, beste grüße, herzliche grüße, mfg, lg, vg, gruß, gez, cordialement, bien cordialement, salutations, sincères salutations, amitiés, bises, bisous, respectueusement, saludos, saludos cordiales, un saludo, cordialmente, atentamente, un abrazo, abrazos, besos, cordiali saluti, distinti saluti, saluti, un saluto, baci, atenciosamente, com os melhores cumprimentos, cumprimentos, abraços, abraço, um abraço, beijos, met vriendelijke groet, vriendelijke groeten, groetjes, groeten, mvg, med vänlig hälsning, vänliga hälsningar, hälsningar, mvh, kram, med venlig hilsen, venlig hilsen, med vennlig hilsen, vennlig hilsen, hilsen, klem, knus, ystävällisin terveisin, terveisin, pozdrawiam, z poważaniem, pozdrowienia, s pozdravem, üdvözlettel, cu stimă, cu respect, с уважением, с наилучшими пожеланиями, з повагою, με εκτίμηση, saygılarımla, sevgiler, hormat saya, salam hormat, trân trọng, wako, salamat, ngā mihi, mahalo, adjö, kveðja, is mise le meas`;

const entries = (text: string, cue: NameCue): readonly (readonly [string, NameCue])[] =>
  listOf(text).map((phrase) => [phrase, cue] as const);

/** What leads to a name, in lower case; a later entry wins over an earlier one. */
export const nameCues: ReadonlyMap<string, NameCue> = new Map([
  ...entries(verbs, 'verb'),
  ...entries(closings, 'closing'),
  ...entries(greetings, 'greeting'),
  ...entries(patients, 'role'),
  ...entries(foreignRelations, 'role'),
  ...entries(professions, 'role'),
  ...entries(relations, 'role'),
  ...entries(selves, 'self'),
  ...entries(callings, 'called'),
  ...entries(titles, 'title'),
]);

/** Titles whose case tells them from a word or a unit. */
export const namesByCapital: ReadonlySet<string> = new Set(listOf(capitalTitles));
