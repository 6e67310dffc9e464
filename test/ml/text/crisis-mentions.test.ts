import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CrisisStance, findCrisisMentions } from '../../../ml/text/crisis-mentions.ts';
import { processorMs } from '../../support/processor-ms.ts';

/** Labelled by hand, by what a careful reader would say; in doubt asserted. */
const labelled: Readonly<Record<CrisisStance | 'nothing', readonly string[]>> = {
  asserted: [
    'suicide',
    'I am suicidal',
    'i want to kill myself',
    'I WANT TO DIE',
    'I just want to end my life',
    "I'd be better off dead",
    'self harm again last night',
    'self-harm again last night',
    'I might hurt myself',
    'thinking about suicide all the time',
    "can't stop thinking about suicide",
    'I am not only suicidal but also alone',
    "I'm not just suicidal",
    "I'm not okay, I want to die",
    "I'm not ok i want to die",
    "I don't want to live, better off dead",
    "I don't want to live i want to die",
    "I don't know if I want to die",
    "I'm not sure I'm not suicidal",
    "I don't care anymore. I want to die",
    'No, I want to die',
    'no i want to die',
    'oh no suicidal again',
    'Nobody knows that I want to die',
    "don't tell anyone I want to die",
    "Don't let me kill myself",
    'Why not kill myself',
    "why don't I kill myself",
    'trying not to kill myself',
    'trying so hard not to hurt myself',
    'give me one reason not to kill myself',
    "I can't even kill myself right",
    "I haven't hurt myself yet",
    'I will never not want to die',
    "Isn't suicide the only way?",
    "I never thought I'd want to die",
    "I don't want to think about suicide but I do",
    'Never felt more suicidal',
    "I can't promise I won't hurt myself",
    'my brother makes me suicidal',
    'My mother says I am suicidal',
    'I told my mom about being suicidal',
    'I told her suicidal thoughts are back',
    'my brother and I are suicidal',
    "I'm one of those people who want to die",
    'suicidal people like me',
    'he told me to kill myself',
    'she said kill myself, so maybe I should',
    'I feel "suicidal"',
    '"I want to die"',
    'I never thought suicide would be my answer',
    "I wouldn't be suicidal if you cared",
    "I can't live without self harm",
    'not that suicidal',
    'had a panic attack so suicidal now',
    'my mom died want to die',
    'hate him so want to die',
    'as a kid suicidal thoughts came at night',
    'lost my brother suicidal ever since',
    'I am your suicidal friend',
    'If I kill myself, who would care',
    'What if I kill myself?',
    'suicide seems like the only answer',
    'I called the suicide hotline',
    'not sleeping, not eating, suicidal',
    'not happy\nwant to die',
    'I dont feel good (want to die)',
    "it's not the work - I want to die",
    'I WATCHED THE RAIN AND WANT TO DIE',
    'wanna die',
    'idk i kinda want to diiiieeee',
  ],
  negated: [
    'not suicidal',
    "I'm not suicidal",
    'I am not suicidal, just tired',
    "I'm not going to kill myself",
    'never want to die',
    'no longer suicidal',
    'I no longer want to die',
    "I don't want to die",
    'i dont want to die',
    'I don’t want to die',
    "I don't want to kill myself",
    'I would never hurt myself',
    "I won't hurt myself",
    'I did not hurt myself today',
    "didn't self harm this week",
    'no thoughts of suicide',
    'I have no plans to end my life',
    'I have no intention to kill myself',
    'no suicidal thoughts today',
    'no self-harm for a month',
    'I am neither sad nor suicidal',
    'not depressed or suicidal',
    "I don't feel suicidal anymore",
    "I'm not at all suicidal",
    "I don't think I'm suicidal",
    "I haven't been suicidal since spring",
    'non-suicidal',
    'suicide is not an option',
    "Suicide isn't the answer",
    'I never attempted suicide',
    "I'm okay, really, and not suicidal",
    "I don't feel great but I'm not suicidal",
  ],
  'other-person': [
    'my brother is suicidal',
    "My friend's suicide broke us",
    'he is suicidal',
    "she's suicidal",
    'they want to die',
    'Do you want to die?',
    'are you suicidal',
    'my uncle died by suicide',
    'I lost my dad to suicide',
    'I know people who want to die',
    'I think my sister is suicidal',
    "I'm worried my roommate might be suicidal",
    'he would be better off dead',
    'Suicidal teens need us',
    'the suicide of my cousin',
    'another suicide bombing in the news',
    'his self harm',
  ],
  quoted: [
    'Suicide Squad',
    'watched suicide squad with Tom',
    "'suicide' is a hard word",
    '“suicide” is a hard word',
    'reading a book called Better Off Dead',
    'a song called want to die',
    'the movie Better Off Dead',
    'I watched Better Off Dead last night',
    'the word suicide scares her',
    'She texted "I want to die" and I called',
    'Suicide is painless was on the radio',
    'we did suicide sprints at practice',
    'the song Suicidal',
  ],
  nothing: [
    '',
    'homicide',
    'suicidology',
    'suicides',
    'pesticide',
    'killing myself laughing',
    'she wants to die',
    'I want to diet',
    'I want to dye my hair',
    'want to. Die Hard is on',
    'kill me',
    'weekend my life',
    'friend my life',
    'better off',
    'himself harmed',
    'hurt my self-esteem',
    'that will kill my self confidence',
    'yourself harm',
    'ran 5 kms today',
    'only ten of kms left',
    'many kms to go',
    'I want to be alive',
    'myself',
    'unlive',
    'kmsx',
    'the wasp hurt my elbow',
  ],
};

const stances = (text: string) => findCrisisMentions(text).map((mention) => mention.stance);

describe('findCrisisMentions: stance', () => {
  for (const [stance, texts] of Object.entries(labelled)) {
    it.each(texts)(`takes %j as ${stance}`, (text) => {
      expect(stances(text)).toEqual(stance === 'nothing' ? [] : [stance]);
    });
  }

  it('judges each mention of a text on its own', () => {
    expect(stances("I'm not suicidal. I lied, I want to die. Suicide Squad was great.")).toEqual([
      'negated',
      'asserted',
      'quoted',
    ]);
    expect(stances("I don't want to hurt myself but I want to die")).toEqual(['negated', 'asserted']);
  });
});

describe('findCrisisMentions: spelling', () => {
  it.each([
    ['su1c1de', 'suicide'],
    ['SU1C1D3', 'suicide'],
    ['$uicide', 'suicide'],
    ['su!cide', 'suicide'],
    ['sulcide', 'suicide'],
    ['su*cide', 'suicide'],
    ['s**cide', 'suicide'],
    ['s u i c i d e', 'suicide'],
    ['s.u.i.c.i.d.e', 'suicide'],
    ['s-u-i-c-i-d-e', 'suicide'],
    ['sui cide', 'suicide'],
    ['sui-cide', 'suicide'],
    ['suiciiiide', 'suicide'],
    ['suicideeeeeeeeeeee', 'suicide'],
    ['sui\u200bcide', 'suicide'],
    ['su\u00adicide', 'suicide'],
    ['ｓｕｉｃｉｄｅ', 'suicide'],
    ['𝓼𝓾𝓲𝓬𝓲𝓭𝓮', 'suicide'],
    ['ⓢⓤⓘⓒⓘⓓⓔ', 'suicide'],
    ['ѕuісіdе', 'suicide'], // Cyrillic ѕ, і, с, і, е
    ['suιcιde', 'suicide'], // Greek ι
    ['süicídé', 'suicide'],
    ['#suicide', 'suicide'],
    ['_suicide_', 'suicide'],
    ['suicid4l', 'suicidal'],
    ['k1ll myself', 'kill myself'],
    ['kill  my self', 'kill myself'],
    ['KILL MYSELF!!!', 'kill myself'],
    ['k!ll mys3lf', 'kill myself'],
    ['kil myself', 'kill myself'],
    ['killll myself', 'kill myself'],
    ['kill... myself', 'kill myself'],
    ['kill-myself', 'kill myself'],
    ['k i l l m y s e l f', 'kill myself'],
    ['end\nmy\tlife', 'end my life'],
    ['3nd my l1fe', 'end my life'],
    ['w4nt t0 d1e', 'want to die'],
    ['want 2 die', 'want to die'],
    ['want to... die', 'want to die'],
    ['want to dieeee', 'want to die'],
    ['wanna die', 'want to die'],
    ['better 0ff dead', 'better off dead'],
    ['selfharm', 'self harm'],
    ['self harm', 'self harm'],
    ['self-harm', 'self harm'],
    ['self‑harm', 'self harm'], // U+2011
    ['self – harm', 'self harm'],
    ['s3lf h4rm', 'self harm'],
    ['hurt my self', 'hurt myself'],
    ['unalive', 'unalive'],
    ['un-alive', 'unalive'],
    ['unal1ve', 'unalive'],
    ['kms', 'kms'],
    ['k.m.s', 'kms'],
  ])('reads %j as %s', (text, keyword) => {
    expect(findCrisisMentions(text).map((mention) => mention.keyword)).toEqual([keyword]);
  });

  it('says where a mention stands in the text as it was written', () => {
    const text = 'ｏｈ 😀 — I wаnt to d\u200bie, you know';
    const [mention] = findCrisisMentions(text);
    expect(text.slice(mention?.start, mention?.end)).toBe('wаnt to d\u200bie');
  });

  it('finds a keyword between any other words, wherever it stands', () => {
    const otherWords = fc.array(fc.constantFrom('the', 'weather', 'today', 'é', '😀', '12', 'ночь'), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        otherWords,
        fc.constantFrom(
          'suicide',
          'suicidal',
          'kill myself',
          'end my life',
          'want to die',
          'better off dead',
        ),
        otherWords,
        (before, keyword, after) => {
          const text = [...before, keyword, ...after].join(' ');
          const found = findCrisisMentions(text);
          expect(found.map((mention) => mention.keyword)).toEqual([keyword]);
          expect(text.slice(found[0]?.start, found[0]?.end)).toBe(keyword);
        },
      ),
    );
  });

  it('never finds a keyword inside a longer word', () => {
    const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzéж');
    fc.assert(
      fc.property(letter, fc.constantFrom('suicide', 'suicidal', 'unalive'), (extra, keyword) => {
        // A last letter drawn out is still the word.
        fc.pre(keyword.at(-1) !== extra && keyword[0] !== extra && extra !== 'é');
        expect(findCrisisMentions(`${extra}${keyword}`)).toEqual([]);
        if (!(keyword === 'suicidal' && extra === 'i')) {
          expect(findCrisisMentions(`${keyword}${extra}`)).toEqual([]);
        }
      }),
    );
  });
});

describe('findCrisisMentions: time', () => {
  it.each([
    ['s', 's'],
    ['s, u and blanks', 's u '],
    ['masks', 's*****'],
    ['ones after k', 'k11111111111'],
    ['keywords', 'suicide '],
    ['keywords in quotes', "'suicide' "],
    ['negated keywords', 'not suicidal '],
    ['near misses', 'want to di '],
    ['quotation marks', '"\''],
    ['dots', 'want....'],
    ['blanks', ' '],
    ['combining marks', 'é́́'],
    ['other scripts', 'ж漢😀'],
    ['zero-width characters', '\u200b\u200ds'],
    ['apostrophes', "a'"],
  ])(
    'reads a megabyte of %s within seconds of processor time, as time linear in the text gives',
    (_, piece) => {
      const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
      expect(processorMs(() => findCrisisMentions(text), 3000)).toBeLessThan(3000);
    },
  );
});
