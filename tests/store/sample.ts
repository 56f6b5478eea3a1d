import type { Store } from '../../src/store/store.ts';
import { newSchedule, rated } from '../../src/study/cards/schedule.ts';
import { ANN, addition, BEN, fact, NOON, passage, work } from './works.ts';

export const SAMPLE_GUILDS = ['100000000000000001', '100000000000000002'] as const;
const CHANNEL = '500000000000000001';

/** A row or more of every table: the stores under `tests/fixtures/store/` are filled so when their version is released. */
export async function fillWithSample(store: Store): Promise<void> {
  const [one, two] = SAMPLE_GUILDS;
  const full = work('The Danube', [], {
    about: {
      title: 'The Danube',
      authors: ['Ana Ilić', 'River Society'],
      publisher: 'River Press',
      issued: { year: 1999, month: 5, day: 31 },
      url: 'https://example.org/danube',
    },
    passages: [
      passage(1, 'It rises in the “Black Forest”; don’t ask which spring.', { heading: 'Course', page: 3 }),
      passage(1, 'The rest of a long paragraph.', { heading: 'Course', page: 4, part: 2 }),
      passage(1, 'A boat near Вена.', { role: 'caption' }),
      passage(2, 'It is 2,850 km long. \u{1F409}', { kind: 'note' }),
      passage(3, 'delta\nwhere it ends', {
        form: 'glossary',
        terms: ['delta'],
        page: 5,
        pageLabel: 'xii',
        seconds: 75,
      }),
    ],
  });
  const bare = work('Untitled', ['One paragraph.'], { about: { title: 'Untitled', authors: [], publisher: '' } });
  const facts = [
    fact('the-danube-1999', '2,850', { unit: 'km', asOf: '1999-05', question: 'How long is the Danube?' }),
    fact('the-danube-1999', 'Black Forest', { attribute: 'source', otherNames: [] }),
  ];
  await store.addWorks(one, addition([full, bare], { facts }));
  await store.addWorks(one, addition([work('Removed', ['Can be brought back.'])], { by: BEN, at: NOON + 1 }));
  await store.removeWork(one, 'removed-1999', NOON + 2);
  await store.saveSettings(one, { answers: 'private', shipped: false, editorRole: '200000000000000001' });
  const { version } = await store.head(one);
  await store.saveSnapshot(one, { version, key: 'sample', bytes: Buffer.from('an index') });
  await store.addWorks(two, addition([work('The Rhine', ['It rises in the Alps.'])]));
  await store.noteAbsence(two, NOON + 3);
  await store.addWorks('deleted', addition([work('Deleted', ['Nothing stays of it.'])]));
  await store.deleteGuild('deleted');
  await store.putJob({ guild: two, id: 'sample', kind: 'sample', person: BEN, payload: ['a'], dueAt: NOON + 4 });
  const owner = { guild: two, person: BEN };
  const content = {
    front: 'Where?',
    back: 'The Alps',
    source: 'Rhine',
    paragraph: '¶ 1',
    page: 'p. 2',
    quotation: 'Q',
  };
  const origin = { passage: 'the-rhine-1999#1', passageRef: 'abcdefgh', entry: { id: 'e', ref: 'r' } };
  const schedule = newSchedule(NOON);
  const [id = ''] = (await store.addCards(owner, [{ content, origin, schedule }], NOON)).added;
  const review = { at: NOON, rating: 'good', state: schedule.state } as const;
  await store.rateCard(owner, { id, version: 0 }, rated(schedule, 'good', NOON), review);
  const reminder = {
    minutes: 510,
    timeZone: 'UTC',
    locale: 'de',
    channel: undefined,
    nextAt: NOON + 6,
    refused: false,
  };
  await store.saveCardReminder(owner, reminder);
  const counts = new Map([['sample', 1]]);
  await store.noteCoverage(two, { shown: counts, missed: counts, at: NOON });
  await store.tieChannel(two, CHANNEL, ['the-rhine-1999']);
  await store.skipDraft(two, 'the-rhine-1999', 'sample');
  await store.claimShare({ guild: two, message: '4', interaction: '5' }, { now: NOON, until: NOON + 7 });
  const round = { guild: two, id: 'sample', channel: CHANNEL, host: ANN, plan: {}, progress: {}, openQuestion: 0 };
  await store.startRound({ ...round, startedAt: NOON });
  const answer = { guild: two, round: 'sample', question: 0, right: true, at: NOON, day: '2026-05-01' };
  for (const person of [ANN, BEN]) await store.answerRound({ ...answer, person });
  await store.savePlayer(two, BEN, { timeZone: 'UTC', hidden: false });
  await store.switchLeaderboard(two, false);
  await store.acquireLease({ name: 'sample', holder: 'process' }, { now: NOON, until: NOON + 5 });
}

/** What can be read of the sample, for comparison. */
export async function readSample(store: Store): Promise<unknown> {
  const servers = await Promise.all(
    SAMPLE_GUILDS.map(async (server) => {
      const head = await store.head(server);
      const [library, works, snapshot, additions] = await Promise.all([
        store.library(server),
        store.works(server),
        store.snapshot(server, head.version, 'sample'),
        Promise.all([ANN, BEN].map((person) => store.additionsSince(server, person, 0))),
      ]);
      return { server, head, library, works, additions, snapshot: snapshot && Buffer.from(snapshot).toString() };
    }),
  );
  return JSON.parse(JSON.stringify(servers));
}
