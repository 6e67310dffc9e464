import { listOf } from '../../text/list-of.ts';

/**
 * Words of languages other than English, in lower case, that follow a title, a cue or the name of a field without being
 * a name: what is said of patients, greetings to nobody in particular, "unknown".
 */
export const foreignWords: ReadonlySet<string> = new Set(
  listOf(`
    unbekannt, keine, keiner, keines, entfällt, inconnu, inconnue, aucun, aucune, néant, desconocido, desconocida, ninguno, ninguna, sconosciuto, sconosciuta,
    nessuno, nessuna, desconhecido, desconhecida, nenhum, nenhuma, onbekend, geen, okänd, ukjent, ukendt, ingen, tuntematon, nieznany, nieznana, brak, neznámý,
    neznámá, ismeretlen, necunoscut, bilinmiyor, yok, неизвестно, нет, невідомо, немає, άγνωστο,
    grüße, grüßen, gruß, gruss, grüsse, damen, herren, alle, alles, zusammen, leute, team, freunde, kollegen, kolleginnen, kollege, kollegin, patienten, patientinnen, patientin,
    madame, monsieur, mesdames, messieurs, docteur, tous, toutes, équipe, collègue, collègues, señores, señoras, equipo, todos, todas, colega, colegas, tutti, tutte, squadra, gentili, equipa, equipe, senhores, allemaal, iedereen, collega, mevrouw, meneer, alla, alle, hele, zespole, wszyscy, wszystkim, kolego, коллеги, коллега, всем, пациент, врач, доктор,
    doktor, arzt, ärztin, schwester, pfleger, médico, médica, medico, médecin, infirmière, enfermera, enfermero, huisarts, verpleegkundige, läkare, lekarz,
    mutter, vater, frau, mann, kind, sohn, tochter, mère, père, madre, padre, mãe, pai, moeder, vader,
    diabetiker, diabetikerin, rentner, rentnerin, lehrer, lehrerin, student, studentin, schwanger, raucher, nichtraucher, raucherin, müde, krank, gesund, glücklich, traurig, froh, allein, zufrieden, typ, insulinpflichtig, sportler, vegetarier, vegetarierin,
    diabétique, fatigué, fatiguée, malade, retraité, retraitée, enceinte, fumeur, végétarien, végétarienne, diabética, diabético, cansada, cansado, enferma, enfermo, jubilado, jubilada, embarazada, fumador, vegetariano, vegetariana, diabetico, diabetica, stanca, stanco, malata, malato, pensionato, pensionata, incinta, grávida, aposentado, aposentada, moe, ziek, zwanger, diabeet, gepensioneerd, trött, sjuk, trøtt, syk, træt, zmęczony, zmęczona, chory, chora, диабетик, болен, больна, беременна, устал, устала,
    schulung, glukose, blutzucker, herzfrequenz, schlaf, schritte, gewicht, puls, mittelwert, messung, sensor, befund, diagnose, aufnahme, entlassung, therapie, verlauf, anamnese, labor, insulin, tablette, tabletten, mahlzeit, frühstück, mittagessen, abendessen, morgen, abend, nacht, mittag, woche, tag, jahr, monat, stunde, stunden, minute, minuten, wert, werte, ziel, mittel, schnitt, durchschnitt, müdigkeit, schwindel, schmerzen, atemnot, fieber, husten, übelkeit, kopfschmerzen, beschwerden, allergie, allergien, zustand, kontrolle, termin,
    glycémie, sommeil, poids, pouls, tension, mesure, mesures, traitement, repas, matin, soir, nuit, semaine, jour, année, mois, heure, heures, douleur, fièvre, vertiges, fatigue, médicament, glucosa, azúcar, sueño, peso, pulso, presión, medida, medicamento, comida, mañana, tarde, noche, semana, día, año, mes, hora, horas, dolor, fiebre, mareo, mareos, cansancio, glicemia, sonno, battito, pressione, misura, farmaco, pasto, mattina, sera, notte, settimana, giorno, anno, mese, ora, ore, dolore, febbre, glicose, sono, pressão, remédio, refeição, manhã, noite, semana, dia, ano, mês, dor, febre, tontura,
    sagt, sagte, sage, berichtet, klagt, schläft, schlief, geht, ging, kocht, hilft, hat, hatte, war, ist, wird, wurde, nimmt, nahm, misst, trägt, trug, isst, läuft, lief, möchte, muss, kann, soll, darf, gibt, lebt, wohnt, kommt, kam, kennt, macht, machte, braucht, raucht, trinkt, schnarcht, arbeitet,
    dit, dort, marche, mange, prend, pris, porte, rapporte, souffre, vit, habite, travaille, fume, boit, aide, cuisine, ronfle, était, avait, sera, peut, doit, veut, signale, présente, consulte, dice, dijo, duerme, durmió, camina, caminó, come, toma, tomó, lleva, refiere, presenta, niega, vive, trabaja, fuma, bebe, ayuda, cocina, ronca, estaba, tenía, puede, debe, quiere, acude, disse, dorme, dormiu, cammina, caminha, mangia, prende, riferisce, nega, abita, lavora, beve, aiuta, cucina, russa, era, aveva, può, deve, vuole, relata, mora, trabalha, ajuda, cozinha, tinha, pode, quer,
    zegt, slaapt, sliep, loopt, liep, eet, neemt, draagt, woont, werkt, rookt, drinkt, helpt, kookt, snurkt, was, had, kan, moet, wil, säger, sover, sov, går, gick, äter, tar, bär, bor, arbetar, hjälper, snarkar, siger, gikk, gik, spiser, hjelper, hjælper, śpi, spał, spała, chodzi, mierzy, bierze, mówi, pomaga, gotuje, pracuje, mieszka
  `),
);
