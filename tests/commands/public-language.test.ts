import { type APIMessage, MessageFlags } from 'discord-api-types/v10';
import { beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../commands/ask/command.ts';
import { excerptActions } from '../../commands/excerpts/actions.ts';
import { fact } from '../../commands/fact/command.ts';
import type { ActionContext } from '../../src/bot/action.ts';
import type { GuildMember } from '../../src/bot/command.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { type Messages, messagesFor } from '../../src/reply/messages.ts';
import { DEFAULT_SETTINGS } from '../../src/store/types.ts';
import { openLibrary } from '../support/bot.ts';
import { unreachable } from '../support/guilds.ts';
import { buttonsOf } from '../support/message.ts';

/** English with a mark, as if it were another language. */
function marked(mark: string): Messages {
  const { markdown, plain } = messagesFor('en');
  return {
    locale: 'xx',
    markdown: (key, values) => mark + markdown(key, values),
    plain: (key, values) => (key === 'intl' ? plain(key) : mark + plain(key, values)),
  };
}

let context: ActionContext;

beforeAll(() => {
  context = {
    knowledge: openLibrary(),
    degraded: undefined,
    messages: marked('‹p›'),
    publicMessages: marked('‹s›'),
    locale: 'en-US',
    person: { id: '3', name: 'Ana' },
    guild: undefined,
    channel: undefined,
    interaction: '1',
    createdAt: 0,
    commandIds: new Map(),
    ...unreachable,
    forget: async () => 0,
    readDeck: async () => ({ ok: true, notes: [] }),
    message: {} as APIMessage,
    values: [],
    fields: {},
    isPrivate: false,
    isAsker: true,
  };
});

const QUESTION = 'When was CELAC founded?';

async function answered(isPrivate: boolean): Promise<Reply> {
  return (await ask.run({ question: QUESTION, private: isPrivate }, context)) as Reply;
}

/** Turns the page of a reply to a question that has several excerpts. */
async function turn(isPrivate: boolean, isAsker: boolean): Promise<Reply> {
  const { components } = await answered(isPrivate);
  const flags = isPrivate ? MessageFlags.Ephemeral : 0;
  const message = { components: [...components], flags } as APIMessage;
  const next = buttonsOf(message).find(({ customId, disabled }) => customId?.startsWith('page:') && !disabled);
  const [name, ...args] = next?.customId?.split(':') ?? [];
  const action = excerptActions.find((candidate) => candidate.name === name);
  return (await action?.run(args, { ...context, message, isPrivate, isAsker })) as Reply;
}

const text = ({ components }: Reply) => JSON.stringify(components);

describe('a reply that all can see speaks the language of the server', () => {
  it('from /ask', async () => {
    const reply = await answered(false);
    expect(reply.show).toBe('public');
    expect(text(reply)).toContain('‹s›');
    expect(text(reply)).not.toContain('‹p›');
  });

  it('from /fact', async () => {
    const reply = (await fact.run({ about: 'CELAC founded' }, context)) as Reply;
    expect(reply.show).toBe('public');
    expect(text(reply)).toContain('‹s›');
    expect(text(reply)).not.toContain('‹p›');
  });

  it('when its asker turns the page', async () => {
    const reply = await turn(false, true);
    expect(reply.show).toBe('update');
    expect(text(reply)).not.toContain('‹p›');
  });
});

describe('a private reply speaks the language of the person', () => {
  it('from /ask', async () => {
    const reply = await answered(true);
    expect(reply.show).toBe('private');
    expect(text(reply)).toContain('‹p›');
    expect(text(reply)).not.toContain('‹s›');
  });

  it('from /fact, to be shared, where the server shows answers only to the person who asks', async () => {
    const guild = { settings: { ...DEFAULT_SETTINGS, answers: 'private' } } as GuildMember;
    const reply = (await fact.run({ about: 'CELAC founded' }, { ...context, guild })) as Reply;
    expect(reply.show).toBe('private');
    expect(text(reply)).toContain('‹p›Share');
    expect(text(reply)).not.toContain('‹s›');
  });

  it('when its page is turned', async () => {
    expect(text(await turn(true, true))).not.toContain('‹s›');
  });

  it('when somebody else turns the page of a public answer', async () => {
    const reply = await turn(false, false);
    expect(reply.show).toBe('private');
    expect(text(reply)).toContain('‹p›');
  });
});
