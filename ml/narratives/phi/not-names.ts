import { listOf } from '../../text/list-of.ts';

/**
 * Words with a capital that follow a title or a cue without being a name: the beginnings of sentences, verbs of
 * notes, roles, measures, devices, days and months.
 */
export const notNames: ReadonlySet<string> = new Set(
  listOf(`
    mr, mrs, ms, miss, prof, the, this, that, these, those, a, an, and, or, but, in, on, at, to, of, for, from, by, with, without, as, is, are,
    was, were, be, been, being, has, had, have, having, do, does, did, will, would, can, could, should, shall, may,
    might, must, no, not, none, yes, all, any, some, each, every, many, most, more, less, few, his, her, hers, their,
    theirs, its, it, he, she, they, we, you, i, my, our, your, who, whom, which, what, when, where, why, how, if,
    then, than, there, here, now, today, yesterday, tomorrow, also, only, just, very, after, before, during, since,
    until, while, because, although, however, overall, please, thanks, thank, hello, hi, dear, unknown, anonymous,
    reports, reported, reporting, denies, denied, states, stated, notes, noted, note, complains, presents, presented,
    shows, showed, showing, improved, improves, improve, remains, remained, continues, continued, recommends,
    recommended, advised, advises, suggests, suggested, says, said, asked, asks, follows, follow, following, feels,
    felt, seems, seemed, appears, appeared, takes, took, taking, uses, used, using, wears, wore, wearing, sleeps,
    slept, walks, walked, exercises, exercised, tracks, tracked, logs, logged, records, recorded, record, recording,
    needs, needed, wants, prefers, agreed, declined, discharged, admitted, referred, reviewed, seen, called, visits,
    visit, visited, should, meets, met, gained, lost, tolerated, tolerates, experienced, experiences, had,
    data, health, care, medical, clinical, history, summary, report, status, information, info, education, portal,
    safety, outcome, outcomes, compliance, adherence, engagement, satisfaction, experience, monitoring, monitor,
    management, population, populations, group, groups, cohort, sample, samples, id, identifier, number, age, aged,
    name, names, sex, gender, weight, height, goal, goals, plan, plans, advice, support, level, levels, activity,
    blood, glucose, sugar, pressure, heart, rate, pulse, sleep, steps, step, calories, insulin, hba1c, gmi, cv, tir,
    rmssd, sdnn, hrv, rem, deep, light, awake, bpm, spo2, bmi, ecg, ekg, cgm, diabetes, hypertension, type, mean,
    median, average, total, daily, weekly, monthly, morning, evening, night, nights, fasting, exercise, resting,
    recovery, variability, metabolic, cardiovascular, physical, mental, primary, specialist, team, staff, clinic,
    hospital, office, doctor, doctors, dr, physician, nurse, nurses, provider, providers, patient, patients, client,
    clients, user, users, subject, subjects, participant, participants, sir, madam, colleague, colleagues, family,
    friend, friends, mother, father, mom, dad, mum, sister, brother, wife, husband, son, daughter, parent, parents,
    child, children, partner, baby, man, woman, male, female, adult, self, parkinson, parkinson's, alzheimer,
    alzheimer's, hashimoto, crohn, crohn's, holter, apgar, borg, pittsburgh, epworth, dexcom, libre, freestyle, abbott, medtronic, omron,
    oura, fitbit, garmin, apple, samsung, google, whoop, polar, withings, stelo, xiaomi, huawei, amazfit, android,
    iphone, connect, watch, ring, sensor, device, devices, app, apps, bluetooth, version, table, figure, section,
    monday, tuesday, wednesday, thursday, friday, saturday, sunday, january, february, march, april, june, july,
    august, september, october, november, december, spring, summer, autumn, fall, winter, good, bad, new, old,
    stable, better, worse, high, low, normal, elevated, regular, irregular, mild, moderate, severe, acute, chronic,
    positive, negative, one, two, three, four, five, six, seven, eight, nine, ten, first, second, third, last, next,
    previous, current, recent, both, several, english, spanish, french, german, stage, zone, day, days, week, weeks,
    month, months, year, years, time, times, rights, guide, questions, answers, center, centre, room, line, strange,
    pepper, who, martens, seuss, watson, generally, usually, often, sometimes, clearly, well, metformin, aspirin, statin, insulin,
    complaint, complaints, complaining, lanka, practitioner, manager, assistant, area, pepper, coffee, officer, led,
    doses, dose, american, handle, handling, comfort, score, scores, index, scale, test, tests, trial, trials, study,
    studies, research, results, result, readings, reading, measurements, total, values, value, trend, trends, mood,
    risk, safety, consent, privacy, centered, centred, reported, generated, facing, specific, worker, workers, line,
    ui, api, faq, pdf, csv, json, avro, io, ok, n/a, na, nil, tbd, unspecified, withheld, redacted, removed, masked,
    deidentified, de-identified, control, time, range, target, targets, below, above, between, lifestyle, nutrition,
    diet, meal, meals, breakfast, lunch, dinner, snack, walking, running, cycling, swimming, yoga, pilates, keep,
    try, aim, consider, ensure, avoid, discuss, consult, contact, call, see, check, set, get, go, come, make, take,
    give, let, talk, speak, ask, tell, show, remember, based, given, compared, according, due, regarding, re
  `),
);
