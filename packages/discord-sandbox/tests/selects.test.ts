import { type APIRole, Routes } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messageOf, type Sandbox } from '../src/index.ts';
import { answering, errorAt, refusal, type Setup, sandboxWithBot } from './bot.ts';

let setup: Setup;
let sandbox: Sandbox;
let roles: Record<string, string>;
beforeAll(async () => {
  setup = await sandboxWithBot();
  sandbox = setup.sandbox;
  const all = (await setup.bot.client.rest.get(Routes.guildRoles(sandbox.guildId))) as APIRole[];
  roles = Object.fromEntries(all.map(({ name, id }) => [name, id]));
});
afterAll(() => setup.stop());

const row = (component: object) => ({ type: 1, components: [component] });
const data = () => setup.bot.received.at(-1)?.data;

async function posted(...components: object[]) {
  setup.bot.answer = (raw) => setup.bot.respond(raw, { type: 4, data: { content: 'x', components } });
  const message = messageOf(await setup.ana.command('ask', { question: 'x' }));
  setup.bot.answer = (raw) => setup.bot.respond(raw, { type: 6 });
  return message;
}

describe('a role select', () => {
  it('brings the role that was chosen, or none where none is enough', async () => {
    const message = await posted(row({ type: 6, custom_id: 'role', min_values: 0 }));
    await setup.ana.select(message, 'role', [roles.Librarians ?? '']);
    expect(data()).toMatchObject({
      component_type: 6,
      values: [roles.Librarians],
      resolved: { roles: { [roles.Librarians ?? '']: { name: 'Librarians' } } },
    });
    await setup.ana.select(message, 'role', []);
    expect(data()).toMatchObject({ values: [], resolved: {} });
  });

  it('takes no person, no channel, and no role of another server', async () => {
    const message = await posted(row({ type: 6, custom_id: 'role' }));
    const { ana, ben } = setup;
    for (const stranger of [ben.user.id, ana.channelId, sandbox.guilds[1]?.id ?? '']) {
      await expect(ana.select(message, 'role', [stranger])).rejects.toThrow('not among the options');
    }
  });

  it('keeps what stands chosen in it', async () => {
    const preset = [{ id: roles.Librarians, type: 'role' }];
    const message = await posted(row({ type: 6, custom_id: 'role', default_values: preset }));
    expect(message.components).toMatchObject([{ components: [{ default_values: preset }] }]);
  });

  it.each([
    ['more chosen than may be', { default_values: [1, 2].map((id) => ({ id: String(id), type: 'role' })) }],
    ['fewer chosen than must be', { min_values: 2, max_values: 2, default_values: [{ id: '1', type: 'role' }] }],
  ])('is refused with %s', async (_, more) => {
    const components = [row({ type: 6, custom_id: 'role', ...more })];
    const { answered } = await answering(setup, { type: 4, data: { content: 'x', components } });
    const code = errorAt(await refusal(answered), 'data.components.0.components.0.default_values');
    expect(code).toBe('SELECT_COMPONENT_INVALID_DEFAULT_VALUES');
  });

  it('is refused with people chosen', async () => {
    const components = [row({ type: 6, custom_id: 'role', default_values: [{ id: '1', type: 'user' }] })];
    const { answered } = await answering(setup, { type: 4, data: { content: 'x', components } });
    expect((await refusal(answered)).code).toBe(50035);
  });
});

describe('a form with selects', () => {
  const form = () => ({
    custom_id: 'form',
    title: 'Settings',
    components: [
      { type: 18, label: 'Name', component: { type: 4, custom_id: 'name', style: 1, value: 'As before' } },
      {
        type: 18,
        label: 'Role',
        component: { type: 6, custom_id: 'role', default_values: [{ id: roles.Librarians, type: 'role' }] },
      },
      { type: 18, label: 'Who', component: { type: 5, custom_id: 'who', required: false, max_values: 2 } },
    ],
  });

  async function opened() {
    setup.bot.answer = (raw) =>
      setup.bot.respond(raw, raw.type === 5 ? { type: 4, data: { content: 'ok' } } : { type: 9, data: form() });
    const outcome = await setup.ana.command('ask', { question: 'x' });
    if (outcome.kind !== 'modal') throw new Error(outcome.kind);
    return outcome.modal;
  }

  it('is sent as it was filled in at first, where nobody changes it', async () => {
    await setup.ana.submit(await opened(), {});
    expect(data()).toMatchObject({
      components: [
        { component: { type: 4, value: 'As before' } },
        { component: { type: 6, values: [roles.Librarians] } },
        { component: { type: 5, values: [] } },
      ],
      resolved: { roles: { [roles.Librarians ?? '']: { name: 'Librarians' } } },
    });
  });

  it('brings what was chosen instead, and refuses what its selects do not hold', async () => {
    const { ana, ben } = setup;
    const modal = await opened();
    await expect(ana.submit(modal, {}, { role: [ben.user.id] })).rejects.toThrow('not among the options');
    await expect(ana.submit(modal, {}, { role: [] })).rejects.toThrow('Choose 1');
    await expect(ana.in('Evening class/homework').submit(modal, {})).rejects.toThrow('another channel');
    await ana.submit(modal, { name: 'New' }, { role: [roles.Organisers ?? ''], who: [ben.user.id] });
    expect(data()).toMatchObject({
      components: [
        { component: { value: 'New' } },
        { component: { values: [roles.Organisers] } },
        { component: { values: [ben.user.id] } },
      ],
      resolved: { users: { [ben.user.id]: { username: 'ben' } }, roles: { [roles.Organisers ?? '']: {} } },
    });
  });

  it('is refused with fields that are filled in wrongly', async () => {
    const [name, ...others] = form().components;
    const wrong = { ...name, component: { ...name?.component, value: 'too long', max_length: 3 } };
    const { answered } = await answering(setup, { type: 9, data: { ...form(), components: [wrong, ...others] } });
    expect(errorAt(await refusal(answered), 'data.components.0.component.value')).toBe('BASE_TYPE_MAX_LENGTH');
  });
});
