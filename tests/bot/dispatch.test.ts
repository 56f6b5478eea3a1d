import {
  type APIInteraction,
  type APIInteractionResponse,
  ApplicationCommandType,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';
import { describe, expect, it, type Mock, vi } from 'vitest';
import { createKnowledgeBase } from '../../src/answer/knowledge-base.ts';
import type { Action } from '../../src/bot/action.ts';
import type { SlashCommand } from '../../src/bot/command.ts';
import { createDispatcher } from '../../src/bot/dispatch.ts';
import type { Finished } from '../../src/bot/observer.ts';
import type { Reply, Result } from '../../src/bot/reply.ts';
import { InteractionGone, type Transport } from '../../src/bot/transport.ts';
import { createLogger } from '../../src/logger.ts';
import { joinCollections } from '../../src/material/load.ts';
import { noticeView } from '../../src/reply/notice-view.ts';
import { english } from '../../src/text/languages/index.ts';
import { fixedGuilds, unreachable } from '../support/guilds.ts';

const library = createKnowledgeBase(joinCollections([]), { language: english });

function setUp(
  run: SlashCommand['run'],
  options: { deferAfter?: number; actions?: Action[]; complete?: SlashCommand['complete'] } = {},
) {
  const lines: string[] = [];
  const logger = createLogger({
    level: 'info',
    secrets: [],
    readable: false,
    destination: { write: (line) => void lines.push(line) },
  });
  const command: SlashCommand = {
    type: ApplicationCommandType.ChatInput,
    name: 'test',
    options: [],
    complete: options.complete ?? {},
    run,
  };
  const finished: Finished[] = [];
  const dispatcher = createDispatcher({
    observer: { finished: (one) => void finished.push(one) },
    commands: [command],
    actions: options.actions ?? [],
    guilds: fixedGuilds(library),
    ...unreachable,
    logger,
    ...(options.deferAfter === undefined ? {} : { deferAfter: options.deferAfter }),
  });
  const responses: APIInteractionResponse[] = [];
  const transport = {
    respond: vi.fn<Transport['respond']>(async (response) => {
      responses.push(response);
      return 'done';
    }),
    edit: vi.fn<Transport['edit']>(async () => {}),
    followUp: vi.fn<Transport['followUp']>(async () => '77'),
  };
  return { dispatcher, transport, responses, lines, finished };
}

const say = (show: Reply['show'], content: string): Reply => ({ show, components: noticeView(content) });
const later = (ms: number, reply: Reply) => new Promise<Reply>((resolve) => setTimeout(resolve, ms, reply));

function interaction(fields: object): APIInteraction {
  return {
    id: '1',
    application_id: '2',
    token: 't',
    version: 1,
    locale: 'en-US',
    user: { id: '3', username: 'ana' },
    ...fields,
  } as APIInteraction;
}

const commandCall = interaction({ type: InteractionType.ApplicationCommand, data: { type: 1, name: 'test' } });
const buttonPress = (customId: string) =>
  interaction({
    type: InteractionType.MessageComponent,
    data: { custom_id: customId, component_type: 2 },
    message: { flags: 0, components: [] },
  });

describe('a command', () => {
  it('is answered at once with what it gives back, pinging nobody', async () => {
    const { dispatcher, transport, responses } = setUp(() => say('public', 'Hello'));
    await dispatcher.handle(commandCall, transport);
    expect(responses).toHaveLength(1);
    expect(responses[0]).toMatchObject({
      type: InteractionResponseType.ChannelMessageWithSource,
      data: { flags: MessageFlags.IsComponentsV2, allowed_mentions: { parse: [] } },
    });
  });

  it('is told to the person alone where it says so', async () => {
    const { dispatcher, transport, responses } = setUp(() => say('private', 'Hello'));
    await dispatcher.handle(commandCall, transport);
    expect(responses[0]).toMatchObject({ data: { flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral } });
  });

  it('that takes long is deferred in private, and its private answer takes that place', async () => {
    const { dispatcher, transport, responses } = setUp(() => later(60, say('private', 'Late')), { deferAfter: 10 });
    await dispatcher.handle(commandCall, transport);
    expect(responses).toEqual([
      { type: InteractionResponseType.DeferredChannelMessageWithSource, data: { flags: MessageFlags.Ephemeral } },
    ]);
    expect(transport.edit).toHaveBeenCalledOnce();
    expect(transport.followUp).not.toHaveBeenCalled();
  });

  it('that takes long and answers for all says so in private and follows up for all', async () => {
    const { dispatcher, transport } = setUp(() => later(60, say('public', 'Late')), { deferAfter: 10 });
    await dispatcher.handle(commandCall, transport);
    expect(transport.edit).toHaveBeenCalledOnce();
    expect(transport.followUp.mock.calls[0]?.[0]).toMatchObject({ flags: MessageFlags.IsComponentsV2 });
  });

  it('that fails becomes one private message with the id that the log line has', async () => {
    const { dispatcher, transport, responses, lines } = setUp(() => {
      throw new Error('broken');
    });
    await dispatcher.handle(commandCall, transport);
    const logged = JSON.parse(lines[0] ?? '{}');
    expect(logged).toMatchObject({ level: 50, err: { type: 'Error' } });
    expect(logged.errorId).toMatch(/^[0-9a-f]{8}$/);
    expect(responses).toHaveLength(1);
    expect(JSON.stringify(responses[0])).toContain(logged.errorId);
    expect(responses[0]).toMatchObject({ data: { flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral } });
  });

  const refusal = Object.assign(new Error('Invalid Form Body'), { status: 400 });
  const cut = Object.assign(new Error('cut'), { code: 'ECONNRESET' });
  it.each<[string, (respond: Mock<Transport['respond']>) => unknown, boolean[]]>([
    ['was shown', () => {}, [true]],
    ['came too late', (respond) => respond.mockResolvedValueOnce('expired'), [false]],
    ['is another process’s to show', (respond) => respond.mockResolvedValueOnce('taken'), []],
    ['was refused', (respond) => respond.mockRejectedValueOnce(refusal), [false]],
    ['was cut off and Discord took the next one', (respond) => respond.mockRejectedValueOnce(cut), [false]],
    [
      'was cut off and Discord had it all the same',
      (respond) => respond.mockRejectedValueOnce(cut).mockResolvedValueOnce('taken'),
      [true],
    ],
    ['was cut off for good', (respond) => respond.mockRejectedValue(cut), []],
  ])('tells its reply whether it %s', async (_, prepare, told) => {
    const settled = vi.fn(async (_shown: boolean) => {});
    const { dispatcher, transport } = setUp(() => ({ ...say('public', 'Once'), settled }));
    prepare(transport.respond);
    await dispatcher.handle(commandCall, transport);
    expect(settled.mock.calls.map(([shown]) => shown)).toEqual(told);
  });

  it.each<[string, unknown, boolean[]]>([
    ['gone', new InteractionGone(), [false]],
    ['refused', refusal, [false]],
    ['cut off', cut, []],
  ])('tells its late reply that it was not shown, where that is certain: %s', async (_, error, told) => {
    const settled = vi.fn(async (_shown: boolean) => {});
    const late = () => later(60, { ...say('public', 'Once'), settled });
    const { dispatcher, transport } = setUp(late, { deferAfter: 10 });
    transport.followUp.mockRejectedValue(error);
    await dispatcher.handle(commandCall, transport);
    expect(settled.mock.calls.map(([shown]) => shown)).toEqual(told);
  });

  it('whose reply Discord refuses is followed by the same kind of message', async () => {
    const { dispatcher, transport, lines } = setUp(() => say('public', 'Refused'));
    transport.respond.mockRejectedValueOnce(new Error('Invalid Form Body'));
    await dispatcher.handle(commandCall, transport);
    expect(transport.respond).toHaveBeenCalledTimes(2);
    expect(JSON.stringify(transport.respond.mock.calls[1])).toContain(JSON.parse(lines[0] ?? '{}').errorId);
  });

  it('that cannot be answered at all is logged and ends nothing', async () => {
    const { dispatcher, transport, lines } = setUp(() => say('public', 'Lost'));
    transport.respond.mockRejectedValue(new Error('Unknown interaction'));
    transport.followUp.mockRejectedValue(new Error('Unknown webhook'));
    await expect(dispatcher.handle(commandCall, transport)).resolves.toBeUndefined();
    expect(lines).toHaveLength(3);
    expect(JSON.parse(lines[2] ?? '{}')).toMatchObject({ msg: 'Answered', outcome: 'failed' });
  });

  it('that is not known is said to be of an earlier version', async () => {
    const { dispatcher, transport, responses } = setUp(() => say('public', ''));
    await dispatcher.handle(interaction({ type: 2, data: { type: 1, name: 'gone' } }), transport);
    expect(JSON.stringify(responses[0])).toContain('older version');
  });

  it('is waited for by idle', async () => {
    const { dispatcher, transport } = setUp(() => later(40, say('public', 'Done')));
    void dispatcher.handle(commandCall, transport);
    await dispatcher.idle();
    expect(transport.respond).toHaveBeenCalledOnce();
  });
});

describe('a button', () => {
  const update: Action = { name: 'turn', run: ([to = '']) => say('update', to) };

  it('changes its message with the arguments of its custom id', async () => {
    const { dispatcher, transport, responses } = setUp(() => say('public', ''), { actions: [update] });
    await dispatcher.handle(buttonPress('turn:7'), transport);
    expect(responses[0]).toMatchObject({ type: InteractionResponseType.UpdateMessage });
    expect(JSON.stringify(responses[0])).toContain('"content":"7"');
  });

  it('that takes long defers the update and edits the message', async () => {
    const slow: Action = { name: 'turn', run: () => later(60, say('update', 'late')) };
    const { dispatcher, transport, responses } = setUp(() => say('public', ''), { actions: [slow], deferAfter: 10 });
    await dispatcher.handle(buttonPress('turn'), transport);
    expect(responses).toEqual([{ type: InteractionResponseType.DeferredMessageUpdate }]);
    expect(transport.edit).toHaveBeenCalledOnce();
  });

  it.each(['', 'gone', 'gone:1', ':', '\u0000'])('with the unknown custom id %j is answered in private', async (id) => {
    const { dispatcher, transport, responses } = setUp(() => say('public', ''), { actions: [update] });
    await dispatcher.handle(buttonPress(id), transport);
    expect(responses[0]).toMatchObject({ data: { flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral } });
  });
});

describe('autocompletion', () => {
  const typing = interaction({
    type: InteractionType.ApplicationCommandAutocomplete,
    data: { type: 1, name: 'test', options: [{ name: 'about', type: 3, value: 'ce', focused: true }] },
  });

  it('is given the text so far and never shows more than 25 choices', async () => {
    const about = vi.fn((typed: string) =>
      Array.from({ length: 40 }, (_, i) => ({ name: `${typed}${i}`, value: `${i}` })),
    );
    const { dispatcher, transport, responses } = setUp(() => say('public', ''), { complete: { about } });
    await dispatcher.handle(typing, transport);
    expect(about.mock.calls[0]?.[0]).toBe('ce');
    expect(responses[0]).toMatchObject({ type: InteractionResponseType.ApplicationCommandAutocompleteResult });
    expect((responses[0] as { data: { choices: unknown[] } }).data.choices).toHaveLength(25);
  });

  it('gives each choice a name of its own, since of equal ones only the first can be chosen', async () => {
    const long = 'n'.repeat(100);
    const names = ['Notes', 'Notes', 'Notes (2)', 'Notes', long, long];
    const about = () => names.map((name, at) => ({ name, value: `${at}` }));
    const { dispatcher, transport, responses } = setUp(() => say('public', ''), { complete: { about } });
    await dispatcher.handle(typing, transport);
    const { choices } = (responses[0] as { data: { choices: { name: string; value: string }[] } }).data;
    expect(choices.map(({ value }) => value)).toEqual(['0', '1', '2', '3', '4', '5']);
    expect(new Set(choices.map(({ name }) => name)).size).toBe(6);
    expect(choices[1]?.name).toBe('Notes (2)');
    expect(Math.max(...choices.map(({ name }) => name.length))).toBe(100);
  });

  it('that fails shows no choices and is logged', async () => {
    const about = () => {
      throw new Error('broken');
    };
    const { dispatcher, transport, responses, lines } = setUp(() => say('public', ''), { complete: { about } });
    await dispatcher.handle(typing, transport);
    expect(responses[0]).toMatchObject({ data: { choices: [] } });
    expect(lines).toHaveLength(1);
  });
});

describe('what is observed of an interaction', () => {
  it('is its command, outcome, verdict and times', async () => {
    const { dispatcher, transport, finished } = setUp(() => ({ ...say('public', 'Hello'), verdict: 'close' }));
    await dispatcher.handle(commandCall, transport);
    expect(finished).toEqual([
      {
        type: InteractionType.ApplicationCommand,
        command: 'test',
        outcome: 'answered',
        verdict: 'close',
        ms: expect.any(Number),
        acknowledgedMs: expect.any(Number),
      },
    ]);
  });

  it('is a deferral that was acknowledged before the answer', async () => {
    const { dispatcher, transport, finished } = setUp(() => later(80, say('private', 'Late')), { deferAfter: 10 });
    await dispatcher.handle(commandCall, transport);
    const [{ outcome, ms = 0, acknowledgedMs = 0 } = {}] = finished;
    expect(outcome).toBe('deferred');
    expect(acknowledgedMs).toBeLessThan(ms);
  });

  it('is an error where the handler fails, in the middle of long work as well', async () => {
    const { dispatcher, transport, finished, lines } = setUp(async function* () {
      yield say('private', 'Reading');
      throw new Error('broken');
    });
    await dispatcher.handle(commandCall, transport);
    expect(finished).toMatchObject([{ outcome: 'answered', verdict: 'error' }]);
    expect(JSON.parse(lines.at(-1) ?? '{}')).toMatchObject({ msg: 'Answered', verdict: 'error' });
  });

  it('is no acknowledgement where another process had it', async () => {
    const { dispatcher, transport, finished } = setUp(() => say('public', 'Hello'));
    transport.respond.mockResolvedValue('taken');
    await dispatcher.handle(commandCall, transport);
    expect(finished).toMatchObject([{ outcome: 'taken', acknowledgedMs: undefined }]);
  });

  it('is that it was too late where Discord has given the interaction up, in one line without a stack', async () => {
    const { dispatcher, transport, finished, lines } = setUp(() => say('public', 'Hello'));
    transport.respond.mockResolvedValue('expired');
    await dispatcher.handle(commandCall, transport);
    expect(finished).toMatchObject([{ outcome: 'expired', acknowledgedMs: undefined }]);
    expect(transport.followUp).not.toHaveBeenCalled();
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '{}')).toMatchObject({ msg: 'An interaction was too old', outcome: 'expired' });
    expect(lines[0]).not.toContain('stack');
  });

  it('is that it was too late where long work could not even be begun', async () => {
    let steps = 0;
    const { dispatcher, transport, finished } = setUp(async function* () {
      for (; steps < 3; steps++) yield say('private', 'Reading');
    });
    transport.respond.mockResolvedValue('expired');
    await dispatcher.handle(commandCall, transport);
    expect(finished).toMatchObject([{ outcome: 'expired' }]);
    expect([steps, transport.edit.mock.calls.length]).toEqual([0, 0]);
  });

  it('of long work does not hold it up where Discord is slow, and only the newest is shown', async () => {
    const made: string[] = [];
    let release = () => {};
    const { dispatcher, transport } = setUp(async function* () {
      for (const step of ['first', 'one', 'two', 'three']) {
        made.push(step);
        yield { ...say('private', step), isPassing: true };
      }
      setImmediate(() => release());
      yield say('private', 'last');
    });
    transport.edit.mockImplementationOnce(
      () =>
        new Promise((resolve) => {
          release = resolve;
        }),
    );
    await dispatcher.handle(commandCall, transport);
    expect(made).toEqual(['first', 'one', 'two', 'three']);
    const shown = transport.edit.mock.calls.map(([{ components }]) => components);
    expect(shown).toEqual([noticeView('one'), noticeView('last')]);
  });

  it('waits with the next step that is not passing until Discord has the one before', async () => {
    const events: string[] = [];
    const { dispatcher, transport } = setUp(async function* () {
      for (const step of ['one', 'two', 'three']) {
        events.push(`made ${step}`);
        yield say('private', step);
      }
    });
    transport.edit.mockImplementation(async () => {
      await later(5, say('private', ''));
      events.push('shown');
    });
    await dispatcher.handle(commandCall, transport);
    expect(events).toEqual(['made one', 'made two', 'shown', 'made three', 'shown']);
  });

  it.each([
    ['a command', commandCall],
    ['a button', buttonPress('steps')],
  ])('of %s is shown to all in a message of its own where it was deferred first', async (_, call) => {
    async function* steps() {
      yield say('public', 'One');
      yield say('public', 'Two');
    }
    const run = () => new Promise<Result>((resolve) => setTimeout(resolve, 60, steps()));
    const actions = [{ name: 'steps', run }];
    const { dispatcher, transport } = setUp(run, { deferAfter: 10, actions });
    await dispatcher.handle(call, transport);
    const isPublic = { flags: MessageFlags.IsComponentsV2 };
    expect(transport.followUp.mock.calls).toMatchObject([[{ ...isPublic, components: noticeView('One') }, undefined]]);
    const edits = transport.edit.mock.calls.filter(([, , options]) => options?.message === '77');
    expect(edits.map(([body]) => body)).toMatchObject([{ ...isPublic, components: noticeView('Two') }]);
    // A command's own reply, which stays private, says where to look; a button's message stays as it is.
    expect(transport.edit.mock.calls.length - edits.length).toBe(call === commandCall ? 1 : 0);
  });

  it.each([
    ['is too late', () => Promise.resolve('expired' as const)],
    ['is refused', () => Promise.reject(new Error('refused'))],
  ])('ends long work whose first step %s', async (_, respond) => {
    let ended = false;
    const { dispatcher, transport } = setUp(async function* () {
      try {
        yield say('private', 'One');
        yield say('private', 'Two');
      } finally {
        ended = true;
      }
    });
    transport.respond.mockImplementation(respond);
    await dispatcher.handle(commandCall, transport);
    expect(ended).toBe(true);
  });

  it('is that it was too late where Discord no longer knows what was deferred', async () => {
    const { dispatcher, transport, finished, lines } = setUp(() => later(30, say('private', 'Late')), {
      deferAfter: 5,
    });
    transport.edit.mockRejectedValue(new InteractionGone());
    await dispatcher.handle(commandCall, transport);
    expect(finished).toMatchObject([{ outcome: 'expired' }]);
    expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['An interaction was too old']);
  });

  it('is that nothing could be sent', async () => {
    const { dispatcher, transport, finished } = setUp(() => say('public', 'Lost'));
    transport.respond.mockRejectedValue(new Error('Unknown interaction'));
    transport.followUp.mockRejectedValue(new Error('Unknown webhook'));
    await dispatcher.handle(commandCall, transport);
    expect(finished).toMatchObject([{ outcome: 'failed', verdict: 'error', acknowledgedMs: undefined }]);
  });

  it('is suggestions as well', async () => {
    const { dispatcher, transport, finished } = setUp(() => say('public', ''));
    const options = [{ name: 'about', type: 3, value: 'ce', focused: true }];
    const typing = { type: InteractionType.ApplicationCommandAutocomplete, data: { type: 1, name: 'test', options } };
    await dispatcher.handle(interaction(typing), transport);
    expect(finished).toMatchObject([{ command: 'test', outcome: 'answered', verdict: undefined }]);
  });
});
