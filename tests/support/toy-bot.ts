import {
  type APIAttachment,
  type APIInteraction,
  type APIMessageComponent,
  Client,
  type RESTPutAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';
import type { Sandbox } from 'discord-sandbox';

/** A bot that does what the page must be able to show, and nothing of use: files both ways, selects, modals. */
export interface ToyBot {
  readonly received: readonly APIInteraction[];
  readonly gateway: { close(): Promise<void> };
}

const COMMANDS = [
  {
    name: 'library',
    description: 'What there is to read',
    options: [
      {
        type: 1,
        name: 'add',
        description: 'Adds a file to the library',
        options: [
          { type: 11, name: 'file', description: 'The file: text, a page, PDF or DOCX', required: true },
          { type: 3, name: 'title', description: 'What it is called', autocomplete: true },
          { type: 4, name: 'year', description: 'When it was written', min_value: 1 },
          { type: 8, name: 'readers', description: 'Who may read it' },
        ],
      },
      { type: 1, name: 'export', description: 'Sends everything as one archive' },
    ],
  },
  { name: 'settings', description: 'How the bot behaves here' },
  { name: 'rename', description: 'Opens a form' },
  { name: 'manage', description: 'For who manages the server', default_member_permissions: '32' },
];

const V2 = 1 << 15;
const EPHEMERAL = 1 << 6;
const text = (content: string) => ({ type: 10, content });

export async function startToyBot(sandbox: Sandbox): Promise<ToyBot> {
  const client = new Client({ intents: 0, rest: { api: sandbox.apiUrl } });
  const received: APIInteraction[] = [];
  const respond = (raw: APIInteraction, body: object, files: { name: string; data: Buffer }[] = []) =>
    client.rest.post(Routes.interactionCallback(raw.id, raw.token), { body, files, auth: false });
  let role: string | undefined;
  let name = 'The reading list';

  const panel = () => ({
    flags: V2,
    components: [
      {
        type: 17,
        components: [
          text(`## Settings of ${name}`),
          {
            type: 1,
            components: [
              {
                type: 3,
                custom_id: 'answers',
                options: [
                  { label: 'Answers for all', value: 'public', default: true },
                  { label: 'Answers to the asker', value: 'private' },
                ],
              },
            ],
          },
          text('Who may change the library?'),
          {
            type: 1,
            components: [
              {
                type: 6,
                custom_id: 'role',
                placeholder: 'Nobody but managers',
                min_values: 0,
                ...(role ? { default_values: [{ id: role, type: 'role' }] } : {}),
              },
            ],
          },
          {
            type: 1,
            components: [
              { type: 2, style: 2, label: 'Rename', custom_id: 'rename' },
              { type: 2, style: 1, label: 'Done', custom_id: 'done' },
            ],
          },
        ],
      },
    ],
  });

  const form = () => ({
    custom_id: 'form',
    title: 'What is missing',
    components: [
      {
        type: 18,
        label: 'Title',
        description: 'As it stands on the cover',
        component: { type: 4, custom_id: 'title', style: 1, value: name, min_length: 3, max_length: 60 },
      },
      { type: 18, label: 'Notes', component: { type: 4, custom_id: 'notes', style: 2, required: false } },
      {
        type: 18,
        label: 'Kind',
        component: {
          type: 3,
          custom_id: 'kind',
          options: [
            { label: 'Article', value: 'article', default: true },
            { label: 'Book', value: 'book' },
          ],
        },
      },
      {
        type: 18,
        label: 'Readers',
        component: { type: 6, custom_id: 'readers', required: false, min_values: 0, max_values: 3 },
      },
    ],
  });

  const onCommand = (raw: APIInteraction) => {
    const [command, sub] = namesOf(raw);
    if (command === 'library' && sub?.name === 'export') {
      const components = [
        text('Everything that this server brought.'),
        { type: 13, file: { url: 'attachment://library.zip' } },
      ];
      const data = { flags: V2 | EPHEMERAL, components, attachments: [{ id: '0' }] };
      return respond(raw, { type: 4, data }, [{ name: 'library.zip', data: Buffer.from('PK-not-really-a-zip') }]);
    }
    if (command === 'library') return respond(raw, { type: 4, data: { content: told(raw) } });
    if (command === 'settings') return respond(raw, { type: 4, data: panel() });
    if (command === 'rename') return respond(raw, { type: 9, data: form() });
    return respond(raw, { type: 4, data: { content: 'Managed.' } });
  };

  const onComponent = (raw: APIInteraction) => {
    const data = raw.data as { custom_id: string; values?: string[] };
    if (data.custom_id === 'rename') return respond(raw, { type: 9, data: form() });
    if (data.custom_id === 'done') return respond(raw, { type: 4, data: { content: 'Saved.', flags: EPHEMERAL } });
    if (data.custom_id === 'role') [role] = data.values ?? [];
    return respond(raw, { type: 7, data: panel() });
  };

  const onForm = (raw: APIInteraction) => {
    const data = raw.data as { components: { component: APIMessageComponent & { value?: string } }[] };
    name = data.components[0]?.component.value ?? '';
    const message = 'message' in raw && raw.message;
    return respond(raw, message ? { type: 7, data: panel() } : { type: 4, data: { content: `It is ${name}.` } });
  };

  const answer = (raw: APIInteraction): Promise<unknown> => {
    switch (raw.type) {
      case 4:
        return respond(raw, { type: 8, data: { choices: [{ name: 'A title of old', value: 'A title of old' }] } });
      case 3:
        return onComponent(raw);
      case 5:
        return onForm(raw);
      default:
        return onCommand(raw);
    }
  };

  client.ws.on('INTERACTION_CREATE' as never, (raw: APIInteraction) => {
    received.push(raw);
    // What the sandbox refuses is among its violations, which every suite checks at its end.
    answer(raw).catch(() => undefined);
  });
  const ready = new Promise((resolve) => client.once('clientReady', resolve));
  await client.login(sandbox.token);
  await ready;
  await client.rest.put(Routes.applicationCommands(sandbox.applicationId), {
    body: COMMANDS as RESTPutAPIApplicationCommandsJSONBody,
  });
  return { received, gateway: { close: () => client.destroy() } };
}

function namesOf(raw: APIInteraction): [string, { name: string } | undefined] {
  const data = raw.data as { name: string; options?: { name: string }[] };
  return [data.name, data.options?.[0]];
}

/** What arrived with the command, in a sentence. */
function told(raw: APIInteraction): string {
  const { resolved } = raw.data as unknown as { resolved: { attachments: Record<string, APIAttachment> } };
  const files = Object.values(resolved.attachments).map(({ filename, size }) => `${filename} (${size} bytes)`);
  return `Added ${files.join(', ')}.`;
}
