import { Routes } from 'discord.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answering, refusal, type Setup, sandboxWithBot } from './bot.ts';
import { fakeClock } from './fake-clock.ts';

const clock = fakeClock();
let setup: Setup;
beforeAll(async () => {
  setup = await sandboxWithBot({ clock, heartbeatIntervalMs: 60 * 60_000 });
});
afterAll(() => setup.stop());

it('fails a command after three seconds without an answer, and refuses the late answer', async () => {
  const { bot, ana } = setup;
  const received = bot.received.length;
  bot.answer = () => undefined;
  const outcome = ana.command('ask', { question: 'When?' });
  await expect.poll(() => bot.received.length).toBe(received + 1);
  clock.advance(2_999);
  clock.advance(1);
  expect(await outcome).toMatchObject({ kind: 'failed', reason: 'The application did not respond' });
  const raw = (await outcome).interaction;
  expect(await refusal(bot.respond(raw, { type: 4, data: { content: 'Sorry' } }))).toMatchObject({
    code: 10062,
    status: 404,
  });
});

it('says why when the only answer was a refused one', async () => {
  const { bot, ana } = setup;
  bot.answer = (raw) => bot.respond(raw, { type: 4, data: { content: 'x'.repeat(2_001) } });
  const violations = setup.sandbox.violations.length;
  const outcome = ana.command('ask', { question: 'When?' });
  await expect.poll(() => setup.sandbox.violations.length).toBe(violations + 1);
  clock.advance(3_000);
  expect(await outcome).toMatchObject({ kind: 'failed', reason: expect.stringContaining('2000 or fewer') });
});

it('lets a bot correct a refused answer in time', async () => {
  const { bot, ana } = setup;
  bot.answer = async (raw) => {
    await refusal(bot.respond(raw, { type: 4, data: { content: 'x'.repeat(2_001) } }));
    await bot.respond(raw, { type: 4, data: { content: 'shorter' } });
  };
  expect(await ana.command('ask', { question: 'When?' })).toMatchObject({ kind: 'message' });
});

it('refuses a second acknowledgement', async () => {
  const { raw, answered } = await answering(setup, { type: 4, data: { content: 'one' } });
  await answered;
  const error = await refusal(setup.bot.respond(raw, { type: 5 }));
  expect(error).toMatchObject({ code: 40060, status: 400 });
});

it('knows no interaction of a wrong id or token', async () => {
  const { raw, answered } = await answering(setup, { type: 4, data: { content: 'one' } });
  await answered;
  expect(await refusal(setup.bot.respond({ ...raw, id: '123' }, { type: 5 }))).toMatchObject({ code: 10062 });
  expect(await refusal(setup.bot.respond({ ...raw, token: 'x' }, { type: 5 }))).toMatchObject({ code: 10062 });
  expect(await refusal(setup.bot.edit({ ...raw, token: 'x' }, { content: 'y' }))).toMatchObject({ code: 50027 });
});

it('lets the token live for 15 minutes', async () => {
  const { bot } = setup;
  const { raw, answered } = await answering(setup, { type: 4, data: { content: 'one' } });
  await answered;
  clock.advance(15 * 60_000 - 1);
  await bot.edit(raw, { content: 'two' });
  clock.advance(1);
  expect(await refusal(bot.edit(raw, { content: 'three' }))).toMatchObject({ code: 50027, status: 401 });
  expect(await refusal(bot.followUp(raw, { content: 'three' }))).toMatchObject({ code: 50027 });
  expect(await refusal(bot.respond(raw, { type: 5 }))).toMatchObject({ code: 10062 });
});

it('has no webhook for an interaction that is not acknowledged', async () => {
  const { bot, ana } = setup;
  const received = bot.received.length;
  bot.answer = () => undefined;
  const outcome = ana.command('ask', { question: 'When?' });
  await expect.poll(() => bot.received.length).toBe(received + 1);
  const raw = bot.received.at(-1);
  if (!raw) throw new Error('Nothing was received.');
  expect(await refusal(bot.followUp(raw, { content: 'x' }))).toMatchObject({ code: 10015 });
  expect(await refusal(bot.edit(raw, { content: 'x' }))).toMatchObject({ code: 10015 });
  clock.advance(3_000);
  await outcome;
});

it('knows no message of somebody else, or of another interaction, by the token', async () => {
  const { bot, ana } = setup;
  const post = ana.post('mine');
  const { raw, answered } = await answering(setup, { type: 4, data: { content: 'one' } });
  await answered;
  expect(await refusal(bot.edit(raw, { content: 'x' }, post.id))).toMatchObject({ code: 10008 });
  const path = Routes.webhookMessage('1', raw.token);
  expect(await refusal(bot.client.rest.get(path, { auth: false }))).toMatchObject({ code: 10015 });
});

it('gives up waiting after the time that the caller allows', async () => {
  const { bot, ana } = setup;
  bot.answer = (raw) => bot.respond(raw, { type: 5 });
  const outcome = await ana.command('ask', { question: 'When?' }, { timeoutMs: 50 });
  expect(outcome).toMatchObject({ kind: 'failed', reason: 'Nothing came within 50 ms' });
});

it('says why a deferred reply was never filled in', async () => {
  const { bot, ana } = setup;
  bot.answer = async (raw) => {
    await bot.respond(raw, { type: 5 });
    await bot.edit(raw, { content: 'x'.repeat(2_001) });
  };
  const outcome = await ana.command('ask', { question: 'When?' }, { timeoutMs: 300 });
  expect(outcome).toMatchObject({ kind: 'failed', reason: expect.stringContaining('content: Must be 2000 or fewer') });
});
