import { type APIAttachment, type APIMessage, Routes } from 'discord.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { messageOf, type SandboxClient } from '../src/index.ts';
import { answering, errorAt, refusal, type Setup, sandboxWithBot } from './bot.ts';
import { fakeClock } from './fake-clock.ts';

const LIMIT = 1_000;
const LIBRARY = {
  name: 'library',
  description: 'Files',
  options: [
    {
      type: 1,
      name: 'add',
      description: 'Adds one',
      options: [
        { type: 11, name: 'file', description: 'What to add', required: true },
        { type: 3, name: 'title', description: 'Its title', autocomplete: true },
        { type: 4, name: 'year', description: 'Its year' },
        { type: 11, name: 'cover', description: 'A picture' },
      ],
    },
  ],
};
const ASK = { name: 'ask', description: 'Asks', options: [{ type: 3, name: 'question', description: 'What' }] };
const V2 = 1 << 15;

let setup: Setup;
let ana: SandboxClient;
beforeAll(async () => {
  setup = await sandboxWithBot({ uploadLimit: LIMIT }, [LIBRARY, ASK]);
  ana = setup.ana;
});
afterAll(() => setup.stop());
beforeEach(() => {
  setup.bot.answer = (raw) =>
    setup.bot.respond(raw, raw.type === 4 ? { type: 8, data: { choices: [] } } : { type: 4, data: { content: 'ok' } });
});

const file = (name: string, text = 'words') => ({ name, data: Buffer.from(text) });
interface Data {
  options: object[];
  resolved: { attachments: Record<string, APIAttachment> };
}
const lastData = ({ bot } = setup): Data => bot.received.at(-1)?.data as unknown as Data;
const given = (of = setup): APIAttachment[] => Object.values(lastData(of).resolved.attachments);

describe('a file given to a command', () => {
  it('arrives as Discord sends it, beside the other options of a subcommand', async () => {
    const data = new TextEncoder().encode('# Häuser\n');
    await ana.command('library add', { file: { filename: 'my notes.md', data }, title: 'Notes', year: 1999 });
    const [attachment] = given();
    expect(attachment).toEqual({
      id: expect.stringMatching(/^\d+$/),
      filename: 'my_notes.md',
      title: 'my notes',
      size: data.byteLength,
      url: attachment?.proxy_url,
      proxy_url: expect.stringContaining(
        `${setup.sandbox.cdnUrl}/ephemeral-attachments/${setup.sandbox.applicationId}/`,
      ),
      content_type: 'text/markdown; charset=utf-8',
      ephemeral: true,
    });
    expect(lastData().options).toEqual([
      {
        name: 'add',
        type: 1,
        options: [
          { name: 'file', type: 11, value: attachment?.id },
          { name: 'title', type: 3, value: 'Notes' },
          { name: 'year', type: 4, value: 1999 },
        ],
      },
    ]);
    expect(setup.bot.received.at(-1)?.attachment_size_limit).toBe(LIMIT);
  });

  it.each([
    ['Gezeiten für Anfänger.md', 'Gezeiten_fur_Anfanger.md', 'Gezeiten für Anfänger'],
    ['潮汐.txt', 'unknown.txt', '潮汐'],
    ['_a (1).tar.gz', 'a_1.tar.gz', '_a (1).tar'],
    ['plain-1.txt', 'plain-1.txt', undefined],
  ])('named "%s" comes as %s, with its own name as a title', async (name, filename, title) => {
    await ana.command('library add', { file: { filename: name, data: Buffer.from('a') } });
    expect(given()[0]).toMatchObject({ filename });
    expect(given()[0]?.title).toBe(title);
    expect((await fetch(given()[0]?.url ?? '')).status).toBe(200);
  });

  it('can be fetched, with its type and length, as often as wanted, and not be run by a browser', async () => {
    await ana.command('library add', { file: { filename: 'page.html', data: Buffer.from('<b>é</b>') } });
    const url = given()[0]?.url ?? '';
    for (const method of ['GET', 'HEAD', 'GET']) {
      const response = await fetch(url, { method });
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('content-length')).toBe('9');
      expect(response.headers.get('content-disposition')).toContain('attachment');
      expect(response.headers.get('content-security-policy')).toContain('sandbox');
      expect(await response.text()).toBe(method === 'HEAD' ? '' : '<b>é</b>');
    }
  });

  it('is had only by its whole address', async () => {
    await ana.command('library add', { file: { filename: 'a.txt', data: Buffer.from('a') } });
    const url = new URL(given()[0]?.url ?? '');
    const status = async (change: (copy: URL) => void) => {
      const copy = new URL(url);
      change(copy);
      return (await fetch(copy)).status;
    };
    expect(await status(() => undefined)).toBe(200);
    expect(await status((copy) => copy.searchParams.delete('hm'))).toBe(404);
    expect(await status((copy) => copy.searchParams.set('ex', 'ffffffff'))).toBe(404);
    expect(await status((copy) => (copy.pathname = copy.pathname.replace('a.txt', 'b.txt')))).toBe(404);
    expect(await status((copy) => (copy.pathname = '/attachments/1'))).toBe(404);
  });

  it('is gone after a day', async () => {
    const clock = fakeClock();
    const other = await sandboxWithBot({ clock }, [LIBRARY]);
    const command = other.ana.command('library add', { file: { filename: 'a.txt', data: Buffer.from('a') } });
    await expect.poll(() => other.bot.received.length).toBe(1);
    const url = given(other)[0]?.url ?? '';
    expect((await fetch(url)).status).toBe(200);
    clock.advance(24 * 60 * 60_000 + 1_000);
    const gone = await fetch(url);
    expect([gone.status, await gone.text()]).toEqual([404, 'This content is no longer available.']);
    await command;
    await other.stop();
  });

  it('can be had badly, when that is asked for', async () => {
    const { faults, cdnUrl } = setup.sandbox;
    await ana.command('library add', { file: { filename: 'a.txt', data: Buffer.from('0123456789') } });
    const url = given()[0]?.url ?? '';
    faults.failFiles(1, 503);
    faults.failFiles(1, { redirect: `${cdnUrl}/elsewhere` });
    faults.failFiles(1, 'cut');
    expect((await fetch(url)).status).toBe(503);
    const sent = await fetch(url, { redirect: 'manual' });
    expect([sent.status, sent.headers.get('location')]).toEqual([302, `${cdnUrl}/elsewhere`]);
    const half = await fetch(url);
    expect(half.headers.get('content-length')).toBe('10');
    await expect(half.text()).rejects.toThrow('terminated');
    expect(await (await fetch(url)).text()).toBe('0123456789');
  });

  it.each([
    ['notes.TXT', 'text/plain; charset=utf-8'],
    ['latin.txt', 'text/plain', Buffer.from([0xe9])],
    ['book.pdf', 'application/pdf'],
    ['book.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['table.csv', 'text/csv; charset=utf-8'],
    ['thing.unknown', undefined],
  ])('has the type of its name: %s', async (filename, type, data = Buffer.from('x')) => {
    await ana.command('library add', { file: { filename, data } });
    expect(given()[0]?.content_type).toBe(type);
  });

  it('may be one of two', async () => {
    await ana.command('library add', {
      file: { filename: 'a.txt', data: Buffer.from('a') },
      cover: { filename: 'b.png', data: Buffer.from('b') },
    });
    expect(given().map(({ filename }) => filename)).toEqual(['a.txt', 'b.png']);
  });

  it('is refused when it is too large, missing, or no file', async () => {
    const heard = setup.bot.received.length;
    const large = { filename: 'a.txt', data: Buffer.alloc(LIMIT + 1) };
    await expect(ana.command('library add', { file: large })).rejects.toThrow('"a.txt" is too large');
    await expect(ana.command('library add', { title: 'x' })).rejects.toThrow('"file" is required');
    await expect(ana.command('library add', { file: 'a.txt' })).rejects.toThrow('needs a file');
    expect(setup.bot.received).toHaveLength(heard);
    await ana.command('library add', { file: { ...large, data: Buffer.alloc(LIMIT) } });
    expect(given()[0]?.size).toBe(LIMIT);
  });

  it('is not uploaded yet while another option is typed', async () => {
    const others = { file: { filename: 'a.txt', data: Buffer.from('a') } };
    expect(await ana.autocomplete('library add', 'title', 'no', others)).toEqual([]);
    expect(lastData()).not.toHaveProperty('resolved');
    expect(lastData().options[0]).toMatchObject({
      options: [
        { name: 'file', type: 11 },
        { name: 'title', value: 'no', focused: true },
      ],
    });
  });
});

describe('a file of the bot', () => {
  const shown = { type: 13, file: { url: 'attachment://my_list.txt' } };
  const text = { type: 10, content: 'Here it is' };

  async function reply(data: object, files = [file('my list.txt')]): Promise<APIMessage> {
    setup.bot.answer = (raw) => setup.bot.respond(raw, { type: 4, data }, files);
    return messageOf(await ana.command('ask'));
  }

  it('is shown by a file component, which says its name and size, and can be downloaded', async () => {
    const message = await reply({ flags: V2, components: [text, { type: 17, components: [shown] }] });
    expect(message.attachments).toEqual([]);
    expect(message.components?.[1]).toMatchObject({
      components: [{ name: 'my_list.txt', size: 5, file: { attachment_id: expect.any(String) } }],
    });
    const { name, contentType, bytes } = await ana.download(message);
    expect([name, contentType, Buffer.from(bytes).toString()]).toEqual([
      'my_list.txt',
      'text/plain; charset=utf-8',
      'words',
    ]);
    await expect(ana.download(message, 'other.txt')).rejects.toThrow('no file "other.txt"');
  });

  it('is accepted but not shown where no component shows it', async () => {
    const message = await reply({ flags: V2, components: [text] });
    expect(message.attachments).toHaveLength(1);
    await expect(ana.download(message)).rejects.toThrow('no file');
  });

  it('is an attachment of a message without components, with what is said of it', async () => {
    const attachments = [{ id: 0, filename: 'renamed.csv', description: 'A table' }];
    const message = await reply({ content: 'See', attachments });
    expect(message.attachments).toMatchObject([
      { filename: 'renamed.csv', description: 'A table', content_type: 'text/csv; charset=utf-8' },
    ]);
    expect(message.attachments[0]?.url).toContain(`/attachments/${ana.channelId}/`);
    expect(Buffer.from((await ana.download(message, 'renamed.csv')).bytes).toString()).toBe('words');
  });

  it('is of nobody else’s concern in an ephemeral message', async () => {
    const message = await reply({ content: 'See', flags: 64 });
    expect(message.attachments[0]).toMatchObject({ ephemeral: true });
    expect(message.attachments[0]?.url).toContain('/ephemeral-attachments/');
  });

  it('comes with messages, edits and follow-ups as well', async () => {
    const { rest } = setup.bot.client;
    const posted = (await rest.post(Routes.channelMessages(ana.channelId), {
      body: { content: 'See', attachments: [{ id: 0 }] },
      files: [file('a.txt')],
    })) as APIMessage;
    expect(posted.attachments).toMatchObject([{ filename: 'a.txt' }]);
    const { raw, answered } = await answering(setup, { type: 5 });
    await answered;
    const { application_id: app, token } = raw;
    const edited = (await rest.patch(Routes.webhookMessage(app, token), {
      body: { flags: V2, components: [{ type: 13, file: { url: 'attachment://b.txt' } }] },
      files: [file('b.txt', 'second')],
      auth: false,
    })) as APIMessage;
    expect(Buffer.from((await ana.download(edited, 'b.txt')).bytes).toString()).toBe('second');
    const more = await rest.post(Routes.webhook(app, token), {
      body: { content: 'More' },
      files: [file('c.txt'), file('d.txt')],
      auth: false,
    });
    expect(more).toMatchObject({ attachments: [{ filename: 'c.txt' }, { filename: 'd.txt' }] });
  });

  it.each([
    [
      'a reference to no file',
      { flags: V2, components: [{ type: 13, file: { url: 'attachment://no.txt' } }] },
      'components.0.file.url',
      'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
    ],
    [
      'a thumbnail of no file',
      {
        flags: V2,
        components: [{ type: 9, components: [text], accessory: { type: 11, media: { url: 'attachment://no.png' } } }],
      },
      'components.0.accessory.media.url',
      'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
    ],
    [
      'a file component of a file elsewhere',
      { flags: V2, components: [{ type: 13, file: { url: 'https://example.org/a.txt' } }] },
      'components.0.file.url',
      'UNFURLED_MEDIA_ITEM_MUST_BE_ATTACHMENT',
    ],
    [
      'an attachment that did not come',
      { content: 'x', attachments: [{ id: '1' }] },
      'attachments.0',
      'ATTACHMENT_NOT_FOUND',
    ],
  ])('is refused as Discord refuses it: %s', async (_, data, path, code) => {
    const { answered } = await answering(setup, { type: 4, data }, [file('a.txt')]);
    const error = await refusal(answered);
    expect([error.code, errorAt(error, `data.${path}`)]).toEqual([50035, code]);
  });

  it('is refused when it is too large, or there are more than ten', async () => {
    const large = await answering(setup, { type: 4, data: { content: 'x' } }, [file('a.txt', 'x'.repeat(LIMIT + 1))]);
    expect(await refusal(large.answered)).toMatchObject({ status: 413, code: 40005 });
    const many = Array.from({ length: 11 }, (_, i) => file(`${i}.txt`));
    const { answered } = await answering(setup, { type: 4, data: { content: 'x' } }, many);
    expect(errorAt(await refusal(answered), 'data.attachments')).toBe('BASE_TYPE_MAX_LENGTH');
  });
});

describe('editing a message with files', () => {
  const { channelMessage, channelMessages } = Routes;

  async function posted(): Promise<APIMessage> {
    const body = { content: 'See' };
    const files = [file('a.txt'), file('b.txt')];
    return (await setup.bot.client.rest.post(channelMessages(ana.channelId), { body, files })) as APIMessage;
  }
  async function edit(message: APIMessage, body: object, files: { name: string; data: Buffer }[] = []) {
    const path = channelMessage(ana.channelId, message.id);
    const edited = (await setup.bot.client.rest.patch(path, { body, files })) as APIMessage;
    return edited.attachments.map(({ filename }) => filename);
  }

  it('keeps them where it does not speak of them', async () => {
    expect(await edit(await posted(), { content: 'Other' })).toEqual(['a.txt', 'b.txt']);
  });

  it('keeps those that it lists, and drops the others', async () => {
    const message = await posted();
    expect(await edit(message, { attachments: [{ id: message.attachments[1]?.id }] })).toEqual(['b.txt']);
    expect(await edit(message, { attachments: [] })).toEqual([]);
  });

  it('replaces them by those that it brings, unless it lists them', async () => {
    const message = await posted();
    const keep = [{ id: message.attachments[0]?.id }, { id: '0' }];
    expect(await edit(message, { attachments: keep }, [file('c.txt')])).toEqual(['a.txt', 'c.txt']);
    expect(await edit(message, {}, [file('d.txt')])).toEqual(['d.txt']);
    expect(errorAt(await refusal(edit(message, { attachments: [{ id: '5' }] })), 'attachments.0')).toBe(
      'ATTACHMENT_NOT_FOUND',
    );
  });

  it('keeps a shown file with the components that show it, and loses it with them', async () => {
    const button = { type: 1, components: [{ type: 2, style: 1, label: 'Go', custom_id: 'go' }] };
    const shown = { type: 13, file: { url: 'attachment://a.txt' } };
    setup.bot.answer = (raw) =>
      setup.bot.respond(raw, { type: 4, data: { flags: V2, components: [shown, button] } }, [file('a.txt')]);
    const message = messageOf(await ana.command('ask'));
    setup.bot.answer = (raw) => setup.bot.respond(raw, { type: 7, data: {} });
    const untouched = messageOf(await ana.click(message, 'go'));
    expect((await ana.download(untouched)).name).toBe('a.txt');
    setup.bot.answer = (raw) => setup.bot.respond(raw, { type: 7, data: { components: [button] } });
    const dropped = messageOf(await ana.click(message, 'go'));
    expect(dropped.attachments).toEqual([]);
    await expect(ana.download(dropped)).rejects.toThrow('no file');
  });
});
