import { expect, it } from 'vitest';
import { linkTo, openStage, QUOTA } from './stage.ts';

it('a deck counts against what one person may bring within an hour, read or refused, and one not fetched does not', async () => {
  const stage = await openStage();
  const guilds = stage.guilds({ quota: { ...QUOTA, additionsPerHour: 2 } });
  stage.files.set('deck.txt', 'hive\tBienenstock');
  stage.files.set('bad.txt', 'damaged');
  expect(await guilds.readDeck(linkTo('none.txt'), '7')).toMatchObject({ problem: 'unreachable' });
  expect(await guilds.readDeck(linkTo('deck.txt'), '7')).toMatchObject({ ok: true });
  expect(await guilds.readDeck(linkTo('bad.txt'), '7')).toEqual({
    ok: false,
    reason: 'file',
    problem: 'damaged',
    details: [],
  });
  const refused = { ok: false, reason: 'additionsPerHour', most: 2, wanted: 3 };
  expect(await guilds.readDeck(linkTo('deck.txt'), '7')).toEqual(refused);
  expect(await guilds.readDeck(linkTo('deck.txt'), '8')).toMatchObject({ ok: true });
  await stage.close();
});
