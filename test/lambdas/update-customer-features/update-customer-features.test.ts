import { describe, expect, it } from 'vitest';
import { eventOf, hourMs, loginOf, profileOf, updateSetUp } from './update-set-up.ts';

describe('a prediction', () => {
  it('is made when the profile has come, and again once a feature moved and an hour has passed', async () => {
    const { update, asked, advance, counts } = updateSetUp();
    await update(loginOf('a'));
    expect(asked).toEqual([]);
    await update(profileOf('a'));
    expect(asked).toEqual([1]);
    await update(loginOf('a'));
    expect(asked, 'within the hour').toEqual([1]);
    advance(hourMs);
    await update(loginOf('a'));
    expect(asked).toEqual([1, 1]);
    expect(counts.get('CustomersPredicted')).toBe(2);
  });

  it('is not made anew while nothing has moved by more than a tenth', async () => {
    const { update, asked, advance } = updateSetUp();
    // Days since anything was last done are 10 and more, and the tenure is 100 days: an hour moves them little.
    const old = Date.parse('2025-12-31T12:00:00Z');
    const logins = Array.from({ length: 20 }, () => eventOf('a', { type: 'login', at: old }));
    await update(profileOf('a'), ...logins);
    advance(hourMs);
    // One more of 20 logins in 30 days is a twentieth.
    await update(eventOf('a', { type: 'login', at: old }));
    expect(asked).toEqual([1]);
  });

  it('is asked for many customers at once, a hundred a call', async () => {
    const { update, asked } = updateSetUp();
    await update(...Array.from({ length: 230 }, (_, index) => profileOf(`c${index}`)));
    expect(asked).toEqual([100, 100, 30]);
  });

  it('that the model refuses costs nobody else theirs', async () => {
    const { update, world, entryOf, counts } = updateSetUp();
    world.refusesLogins = 2;
    const others = ['b', 'c', 'd', 'e'];
    const done = await update(profileOf('a'), loginOf('a'), loginOf('a'), ...others.map(profileOf));
    expect(done).toEqual(done.map(() => true));
    expect(entryOf('a')?.prediction).toBeUndefined();
    for (const other of others) expect(entryOf(other)?.prediction).toMatchObject({ churnRisk30d: 0.1 });
    expect(counts.get('CustomerPredictionFailures')).toBe(1);
  });

  it('that cannot be made is not waited for once more for each hundred', async () => {
    const { update, world, asked } = updateSetUp();
    world.isModelDown = true;
    await update(...Array.from({ length: 230 }, (_, index) => profileOf(`c${index}`)));
    expect(asked).toEqual([100]);
  });

  it('that fails leaves the events added, and the next event asks again', async () => {
    const { update, world, entryOf, asked } = updateSetUp();
    world.isModelDown = true;
    expect(await update(profileOf('a'), loginOf('a'))).toEqual([true, true]);
    expect(entryOf('a')?.state.recent).toHaveLength(1);
    world.isModelDown = false;
    await update(loginOf('a'));
    expect(asked).toEqual([1, 1]);
    expect(entryOf('a')?.prediction).toBeDefined();
  });
});

describe('an alert', () => {
  it('is sent once an episode, with three reasons and no name, and again for the next', async () => {
    const { update, world, sent, advance, named, counts } = updateSetUp();
    const step = async (risk: number) => {
      world.risk = risk;
      advance(hourMs);
      await update(loginOf('a'));
    };
    await update(profileOf('a'));
    await step(0.7);
    expect(sent, 'not above .7').toHaveLength(0);
    await step(0.71);
    expect(sent).toHaveLength(1);
    // It wavers about the threshold: still the same episode.
    for (const risk of [0.69, 0.72, 0.5, 0.9]) await step(risk);
    expect(sent).toHaveLength(1);
    await step(0.49);
    await step(0.8);
    expect(sent).toHaveLength(2);
    expect(sent[0]).toMatchObject({
      churnRisk30d: 0.71,
      reasons: [
        { feature: 'login_count_7d', direction: 'raises', contribution: 1 },
        { feature: 'session_count_30d', direction: 'raises', contribution: 0.5 },
        { feature: 'avg_rating_30d', direction: 'raises', contribution: 0.333 },
      ],
    });
    expect(JSON.stringify(sent)).not.toContain('"a"');
    expect(sent.map(({ alertId }) => named.get(alertId))).toEqual(['a', 'a']);
    expect(counts.get('ChurnAlertsSent')).toBe(2);
  });

  it('that cannot be sent makes the events come again, which send it then, once', async () => {
    const { update, world, sent } = updateSetUp();
    world.risk = 0.9;
    world.isTopicDown = true;
    const events = [profileOf('a'), loginOf('a'), profileOf('b')];
    expect(await update(...events)).toEqual([false, false, false]);
    world.isTopicDown = false;
    expect(await update(...events)).toEqual([true, true, true]);
    expect(await update(...events)).toEqual([true, true, true]);
    expect(sent).toHaveLength(2);
  });
});

describe('events', () => {
  it('of who has opted out are left out, and what was kept is removed', async () => {
    const { update, consents, kept, counts } = updateSetUp();
    await update(profileOf('a'), loginOf('a'));
    consents.set('a', 'opted-out').set('b', 'unparsable-profile');
    expect(await update(loginOf('a'), loginOf('b'), loginOf('c'))).toEqual([true, true, true]);
    expect([...kept.keys()]).toEqual(['c']);
    expect(counts.get('CustomerEventsDropped')).toBe(2);
  });

  it('of the erased are left out, and what was kept is removed', async () => {
    const { update, erased, kept } = updateSetUp();
    await update(profileOf('a'));
    erased.add('a');
    expect(await update(loginOf('a'))).toEqual([true]);
    expect(kept.size).toBe(0);
  });

  it('are added once, however often they come', async () => {
    const { update, entryOf, counts } = updateSetUp();
    const [profile, login] = [profileOf('a'), loginOf('a')];
    for (let time = 0; time < 3; time += 1) await update(login, profile, login);
    expect(entryOf('a')?.state.recent).toHaveLength(1);
    expect(counts.get('CustomerEventsAdded')).toBe(2);
    expect(counts.get('CustomerEventsDuplicate')).toBe(7);
  });

  it('are all there when somebody else writes in between', async () => {
    const set = updateSetUp();
    const { states } = set.deps;
    const { replace } = states;
    const other = loginOf('a');
    let isFirst = true;
    states.replace = async (customerId, next) => {
      if (isFirst) {
        isFirst = false;
        await set.update(other);
      }
      return replace(customerId, next);
    };
    await set.update(profileOf('a'), loginOf('a'));
    expect(set.entryOf('a')?.state.recent).toHaveLength(2);
    expect(set.entryOf('a')?.prediction).toBeDefined();
  });

  it.each(['known before', 'new'])(
    'of a customer who is erased while they are added are left out (%s)',
    async (which) => {
      const set = updateSetUp();
      const { states } = set.deps;
      if (which === 'known before') await set.update(loginOf('a'));
      const { replace } = states;
      states.replace = async (customerId, next) => {
        // An erasure: first the tombstone, then what is kept.
        set.erased.add(customerId);
        await states.forget(customerId);
        return replace(customerId, next);
      };
      set.world.risk = 0.9;
      expect(await set.update(profileOf('a'))).toEqual([true]);
      expect(set.kept.size).toBe(0);
      expect(set.sent).toEqual([]);
    },
  );

  it('of a customer whose entry cannot be understood come again; those of the others are done with', async () => {
    const { update, deps, kept } = updateSetUp();
    const { read } = deps.states;
    deps.states.read = async (ids) => new Map([...(await read(ids))].filter(([id]) => id !== 'a'));
    expect(await update(loginOf('a'), loginOf('b'))).toEqual([false, true]);
    expect([...kept.keys()]).toEqual(['b']);
  });

  it('of a customer whose entry cannot be written come again; those of the others are done with', async () => {
    const { update, deps, entryOf } = updateSetUp();
    const { replace } = deps.states;
    deps.states.replace = async (customerId, next) => {
      if (customerId === 'a') throw new Error('throttled');
      return replace(customerId, next);
    };
    expect(await update(loginOf('a'), loginOf('b'), loginOf('a'))).toEqual([false, true, false]);
    expect(entryOf('b')?.state.recent).toHaveLength(1);
  });
});
