import {
  type APIInteraction,
  type APIInteractionResponse,
  type APIMessageTopLevelComponent,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionResponseType,
  InteractionType,
  type RESTPostAPIChannelMessageJSONBody,
} from 'discord-api-types/v10';
import {
  choiceProblems,
  loadSpec,
  messageProblems,
  modalProblems,
  type SchemaName,
  type Spec,
} from 'discord-sandbox/rules';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { actions, commands } from '../../commands/index.ts';
import type { KnowledgeBase } from '../../src/answer/knowledge-base.ts';
import type { Option } from '../../src/bot/command.ts';
import { createDispatcher, type Dispatcher } from '../../src/bot/dispatch.ts';
import type { Transport } from '../../src/bot/transport.ts';
import { createLogger } from '../../src/logger.ts';
import { passageRef } from '../../src/material/refs.ts';
import { catalogue } from '../../src/reply/messages.ts';
import { openStage, type Stage } from '../guilds/stage.ts';
import { openLibrary } from '../support/bot.ts';
import { anyCharacter } from '../support/characters.ts';
import { unreachable } from '../support/guilds.ts';
import { buttonsOf } from '../support/message.ts';

/** How many inputs, others each time: `RUNS=100000 npx vitest run tests/commands/generated.test.ts` for a long night. */
const RUNS = Number(process.env.RUNS ?? 500);

let library: KnowledgeBase;
let stage: Stage;
let dispatcher: Dispatcher;
let spec: Spec;
const lines: string[] = [];

beforeAll(async () => {
  library = openLibrary();
  spec = await loadSpec();
  const destination = { write: (line: string) => void lines.push(line) };
  const logger = createLogger({ level: 'warn', secrets: [], readable: false, destination });
  stage = await openStage(library);
  const deck = `**@everyone** ||f||\t<@1> [x](https://x.y)\n\n# ${'🙂 `'.repeat(900)}\t${'_*'.repeat(2000)}`;
  for (const text of ['The Ferry\n\nCELAC sailed at noon.', '**@everyone**\n\n<@1> [x](https://x.y)', 'damaged', deck])
    stage.files.set(`${stage.files.size}.txt`, text);
  const quota = { works: 3, passages: 10, bytes: 1000, additionsPerHour: 1e9 };
  dispatcher = createDispatcher({
    commands,
    actions,
    guilds: stage.guilds({ quota }),
    store: stage.store,
    posts: unreachable.posts,
    logger,
  });
});

afterAll(() => stage.close());

let answered = 0;

async function answer(fields: object): Promise<APIInteractionResponse[]> {
  const user = { id: '3', username: 'ana', global_name: '**Ana** @everyone <@1>' };
  const interaction = {
    id: String(++answered),
    application_id: '2',
    token: 't',
    version: 1,
    // A language after the other, so that the longest texts are tried as well.
    locale: catalogue.languages[answered % catalogue.languages.length],
    member: { user, nick: null, roles: [], permissions: '32' },
    ...fields,
  };
  const responses: APIInteractionResponse[] = [];
  const refuse = async () => expect.unreachable('An answer came late');
  const respond = async (response: APIInteractionResponse) => {
    responses.push(response);
    return 'done' as const;
  };
  // Long work shows its steps one after another in the same message.
  const edit: Transport['edit'] = async (data) => {
    responses.push({ type: InteractionResponseType.ChannelMessageWithSource, data });
  };
  await dispatcher.handle(interaction as unknown as APIInteraction, { respond, edit, followUp: refuse });
  expect(responses.length).toBeGreaterThan(0);
  expect(lines).toEqual([]);
  return responses;
}

const SCHEMAS: Partial<Record<InteractionResponseType, SchemaName>> = {
  [InteractionResponseType.ChannelMessageWithSource]: 'CreateMessageInteractionCallbackRequestSchema',
  [InteractionResponseType.Modal]: 'ModalInteractionCallbackRequestSchema',
  [InteractionResponseType.UpdateMessage]: 'UpdateMessageInteractionCallbackRequestSchema',
  [InteractionResponseType.ApplicationCommandAutocompleteResult]: 'ApplicationCommandAutocompleteCallbackRequestSchema',
};

/** What Discord would have against a response: its schema, and the rules that no schema holds. */
function problemsOf(response: APIInteractionResponse): unknown[] {
  const schema = SCHEMAS[response.type];
  if (schema === undefined) return [`unexpected type ${response.type}`];
  return [...spec.problems(schema, response), ...crossFieldProblems(response)];
}

function crossFieldProblems(response: APIInteractionResponse): unknown[] {
  if (response.type === InteractionResponseType.ApplicationCommandAutocompleteResult) {
    return choiceProblems(response.data.choices ?? [], 3);
  }
  if (response.type === InteractionResponseType.Modal) return modalProblems(response.data);
  if (!('data' in response) || !response.data || !('components' in response.data)) return [];
  const body = response.data as RESTPostAPIChannelMessageJSONBody;
  const { components = [], flags = 0 } = body;
  const files = body.attachments?.map(({ filename = '' }) => filename) ?? [];
  const pings = body.allowed_mentions?.parse?.length === 0 ? [] : ['may ping'];
  const draft = { content: '', embeds: [], components: components as never, flags, files };
  return [...pings, ...messageProblems(draft)];
}

const words = fc.constantFrom(
  ...'CELAC Russia Lavrov founded when who how many 2010 2013 $16bn 4.5 % visa-free trade Cuba Peru bloc Kremlin'.split(
    ' ',
  ),
);
const nasty = fc.constantFrom(
  '@everyone',
  '<@123>',
  '<a:x:1>',
  '[x](https://x.y)',
  '```js',
  '||',
  '\n# h',
  '> q',
  '\u202E',
  '\uD800',
  '\u0000',
  '🙂',
  'Когда',
  '中国',
  'العربية',
);
const anyText = (maxLength: number) =>
  fc
    .oneof(
      fc
        .array(fc.oneof({ weight: 4, arbitrary: words }, { weight: 1, arbitrary: nasty }), {
          minLength: 1,
          maxLength: 14,
        })
        .map((parts) => parts.join(' ')),
      fc.string({ unit: anyCharacter, minLength: 1, maxLength: 80 }),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }),
      fc
        .tuple(fc.string({ minLength: 1, maxLength: 20 }), fc.integer({ min: 1, max: 400 }))
        .map(([part, times]) => part.repeat(times)),
    )
    .map((text) => text.slice(0, maxLength) || 'x');

const option = (name: string, value: string | boolean) => ({ name, type: typeof value === 'string' ? 3 : 5, value });
const command = (name: string, options: object[]) => ({
  type: InteractionType.ApplicationCommand,
  data: { id: '9', type: 1, name, options },
});

const sourceText = fc.oneof(fc.constantFrom('stratfor-2014', 'moscow-times-2013'), anyText(200));

/** Two servers' commands and the one for everywhere. */
const guild = fc.constantFrom('1', '2', undefined);
const below = (name: string, subcommand: string, options: object[] = [], attachments = {}) => ({
  type: InteractionType.ApplicationCommand,
  data: { id: '9', type: 1, name, options: [{ type: 1, name: subcommand, options }], resolved: { attachments } },
});
const attached = fc
  .oneof(fc.constantFrom('0.txt', '1.txt', '2.txt', '3.txt', '9.txt'), anyText(200))
  .map((filename) => ({
    options: [{ name: 'file', type: 11, value: '5' }],
    attachments: { 5: { id: '5', filename, url: 'https://cdn.discordapp.com/x', size: 3 } },
  }));
const maybe = (name: string, arbitrary: fc.Arbitrary<string>) =>
  fc.option(arbitrary).map((value) => (value === null ? [] : [option(name, value)]));

const libraryCalls = fc
  .tuple(
    guild,
    fc.oneof(
      fc
        .tuple(
          attached,
          maybe('title', anyText(300)),
          maybe('author', anyText(500)),
          maybe('date', fc.oneof(fc.constantFrom('2014-04-30', '30 April 2014'), anyText(40))),
          maybe('url', fc.oneof(fc.webUrl(), anyText(500))),
        )
        .map(([{ options, attachments }, ...more]) =>
          below('library', 'add', [...options, ...more.flat()], attachments),
        ),
      attached.map(({ options, attachments }) => below('library', 'facts', options, attachments)),
      fc.constantFrom(
        below('library', 'list'),
        below('library', 'export'),
        below('forget', 'me'),
        below('library', 'x'),
      ),
      fc
        .tuple(fc.constantFrom('show', 'remove'), fc.oneof(fc.constant('The Ferry'), anyText(300)))
        .map(([name, work]) => below('library', name, [option('work', work)])),
      fc.constant(command('settings', [])),
      fc.constantFrom('7', 'x').map((channel) => ({
        type: InteractionType.ApplicationCommand,
        data: {
          ...command('settings', [{ name: 'channel', type: 7, value: channel }]).data,
          resolved: { channels: { [channel]: { id: channel } } },
        },
      })),
    ),
  )
  .map(([guild_id, call]) => ({ ...call, guild_id }));

const reviewCalls = fc
  .tuple(
    guild,
    fc.oneof(
      fc.constantFrom(below('review', 'start'), below('review', 'stats'), below('review', 'x')),
      attached.map(({ options, attachments }) => below('review', 'import', options, attachments)),
      fc.constantFrom('apkg', 'csv', 'text').map((format) => below('review', 'export', [option('format', format)])),
      fc
        .tuple(
          maybe('at', fc.oneof(fc.constantFrom('8:30', '9 pm'), anyText(8))),
          maybe('time-zone', fc.oneof(fc.constantFrom('UTC', 'Europe/Berlin'), anyText(60))),
        )
        .map((options) => below('review', 'remind', options.flat())),
    ),
  )
  .map(([guild_id, call]) => ({ ...call, guild_id }));

/** What somebody gives for an option, within what Discord lets through. */
function anyValue(definition: Option): fc.Arbitrary<string | number | boolean> {
  switch (definition.type) {
    case ApplicationCommandOptionType.String:
      return definition.choices ? fc.constantFrom(...definition.choices) : anyText(definition.max_length ?? 6000);
    case ApplicationCommandOptionType.Integer:
      return fc.integer({ min: definition.min_value ?? -1000, max: definition.max_value ?? 1000 });
    case ApplicationCommandOptionType.Number:
      return fc.double({ min: definition.min_value ?? -1000, max: definition.max_value ?? 1000, noNaN: true });
    case ApplicationCommandOptionType.Boolean:
      return fc.boolean();
    default:
      return fc.constantFrom('5', '7');
  }
}

const anyOption = (definition: Option) => {
  const { name, type, required = false } = definition;
  const given = anyValue(definition).map((value) => [{ name, type, value }]);
  return required ? given : fc.oneof(fc.constant([]), given);
};
const anyOptions = (definitions: readonly Option[]) => fc.tuple(...definitions.map(anyOption)).map((all) => all.flat());

/** What options may name. */
const RESOLVED = {
  users: { 5: { id: '5', username: 'eva' }, 7: { id: '7', username: '**@everyone**' } },
  roles: { 5: { id: '5', name: 'r' }, 7: { id: '7', name: '@everyone' } },
  channels: { 5: { id: '5', name: 'c' }, 7: { id: '7', name: 'c' } },
  attachments: Object.fromEntries(
    ['5', '7'].map((id) => [id, { id, filename: '0.txt', url: 'https://cdn.discordapp.com/x', size: 3 }]),
  ),
};

/** Every command of the list, with whatever its options take. */
const listedCalls = fc
  .tuple(
    guild,
    fc.oneof(
      ...commands.flatMap((each) => {
        if (each.type === ApplicationCommandType.Message) return [];
        if (!('subcommands' in each)) return [anyOptions(each.options).map((options) => command(each.name, options))];
        return each.subcommands.map(({ name, options }) =>
          anyOptions(options).map((given) => below(each.name, name, given)),
        );
      }),
    ),
  )
  .map(([guild_id, call]) => ({ ...call, guild_id, data: { ...call.data, resolved: RESOLVED } }));

const calls = fc.oneof(
  { weight: 4, arbitrary: listedCalls },
  fc
    .record({
      question: anyText(6000),
      source: fc.option(sourceText, { nil: undefined, freq: 4 }),
      hidden: fc.boolean(),
    })
    .map(({ question, source, hidden }) =>
      command('ask', [
        option('question', question),
        option('private', hidden),
        ...(source === undefined ? [] : [option('source', source)]),
      ]),
    ),
  libraryCalls,
  reviewCalls,
  fc.option(sourceText).map((source) => command('sources', source === null ? [] : [option('source', source)])),
  anyText(4000).map((content) => ({
    type: InteractionType.ApplicationCommand,
    data: {
      id: '9',
      type: 3,
      name: content.length % 2 === 0 ? 'Find sources' : 'Add to my cards',
      target_id: '5',
      resolved: { messages: { 5: { id: '5', content, components: [] } } },
    },
  })),
  fc
    .tuple(
      fc.constantFrom(
        ['ask', 'question'],
        ['ask', 'source'],
        ['fact', 'about'],
        ['sources', 'source'],
        ['help', 'none'],
        ['settings', 'work'],
      ),
      anyText(6000),
    )
    .map(([[name = '', focused = ''], value]) => ({
      type: InteractionType.ApplicationCommandAutocomplete,
      data: { id: '9', type: 1, name, options: [{ ...option(focused, value), focused: true }] },
    })),
);

it(`gives a valid reply to each of ${RUNS} generated commands, completions, buttons and selects`, {
  timeout: 60_000 + RUNS * 60,
}, async () => {
  const refs = [...library.material.passages.values()].map(passageRef);
  const messages: APIMessageTopLevelComponent[][] = [[]];
  const ref = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...refs) },
    { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
  );
  const number = fc.oneof(fc.integer({ min: -3, max: 30 }).map(String), fc.string({ maxLength: 5 }));
  const forged = fc.oneof(
    fc.string({ minLength: 1, maxLength: 100 }),
    fc
      .tuple(
        fc.constantFrom(...actions.map(({ name }) => name), 'position', 'none'),
        fc.array(fc.oneof(ref, number), { maxLength: 3 }),
      )
      .map(([name, args]) => [name, ...args].join(':').slice(0, 100)),
    fc
      .tuple(number, fc.array(ref, { minLength: 1, maxLength: 6 }))
      .map(([to, all]) => `page:${to}:${all.join('.')}`.slice(0, 100)),
  );
  const presses = fc
    .record({
      place: guild,
      form: fc.option(
        fc.dictionary(fc.constantFrom('work', 'author', 'date', 'url', 'publisher', 'at', 'zone'), anyText(100)),
        {
          freq: 4,
        },
      ),
      shown: fc.nat(),
      own: fc.nat(),
      customId: fc.option(forged, { freq: 2 }),
      value: fc.oneof(ref, anyText(100)),
      flags: fc.constantFrom(0, 64),
      asker: fc.constantFrom('3', '4'),
    })
    .map(({ place, form, shown, own, customId, value, flags, asker }) => () => {
      const components = messages[shown % messages.length] ?? [];
      const ids = buttonsOf({ components }).flatMap((button) => button.customId ?? []);
      const custom_id = customId ?? ids[own % Math.max(1, ids.length)] ?? 'share';
      const message = { id: '5', flags, components, interaction_metadata: { user: { id: asker } } };
      if (form === null) {
        const data = { custom_id, component_type: 3, values: [value] };
        return { type: InteractionType.MessageComponent, guild_id: place, data, message };
      }
      const inputs = Object.entries(form).map(([name, typed]) => ({
        type: 18,
        component: { type: 4, custom_id: name, value: typed },
      }));
      const data = { custom_id: custom_id.replace(/^(edit|remind)\.open/, '$1.submit'), components: inputs };
      return { type: InteractionType.ModalSubmit, guild_id: place, data, message };
    });
  await fc.assert(
    fc.asyncProperty(
      fc.oneof({ weight: 3, arbitrary: calls.map((call) => () => call) }, { weight: 2, arbitrary: presses }),
      async (input) => {
        for (const response of await answer(input())) {
          expect(problemsOf(response), JSON.stringify(response)).toEqual([]);
          if (response.type === InteractionResponseType.Modal) continue;
          if ('data' in response && response.data && 'components' in response.data && messages.length < 400) {
            messages.push((response.data.components ?? []) as APIMessageTopLevelComponent[]);
          }
        }
      },
    ),
    { numRuns: RUNS },
  );
});
