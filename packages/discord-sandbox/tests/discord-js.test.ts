import { type Interaction, MessageFlags, ModalBuilder, TextDisplayBuilder } from 'discord.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { messageOf } from '../src/index.ts';
import { ASK, type Setup, sandboxWithBot } from './bot.ts';

/** A bot written as most are, with discord.js's own classes: nothing in the sandbox may be in its way. */
async function ordinaryBot(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) {
    await interaction.respond([{ name: `You typed ${interaction.options.getFocused()}`, value: 'x' }]);
  } else if (interaction.isChatInputCommand()) {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply({
      flags: MessageFlags.IsComponentsV2,
      components: [
        new TextDisplayBuilder().setContent(interaction.options.getString('question', true)),
        { type: 1, components: [{ type: 2, style: 1, label: 'Form', custom_id: 'form' }] },
      ],
    });
    await interaction.followUp({ content: 'And this', files: [{ name: 'a.txt', attachment: Buffer.from('a') }] });
  } else if (interaction.isButton()) {
    const field = { type: 4 as const, custom_id: 'name', label: 'Name', style: 1 };
    await interaction.showModal(
      new ModalBuilder({ custom_id: 'm', title: 'M', components: [{ type: 1, components: [field] }] }),
    );
  } else if (interaction.isModalSubmit()) {
    const response = await interaction.reply({
      content: `Hello ${interaction.fields.getTextInputValue('name')}`,
      withResponse: true,
    });
    await interaction.editReply({ message: response.resource?.message?.id ?? '', content: 'Hello again' });
    await interaction.deleteReply();
  }
}

let setup: Setup;
beforeAll(async () => {
  setup = await sandboxWithBot({}, [ASK]);
  setup.bot.client.on('interactionCreate', ordinaryBot);
});
afterAll(() => setup.stop());

it("serves a bot written with discord.js's own classes, from the first letter to the last deletion", async () => {
  const { ana, sandbox } = setup;
  expect(await ana.autocomplete('ask', 'question', 'wh')).toEqual([{ name: 'You typed wh', value: 'x' }]);

  const reply = await ana.command('ask', { question: 'When?' });
  expect(messageOf(reply)).toMatchObject({
    flags: MessageFlags.Ephemeral | MessageFlags.IsComponentsV2,
    components: [
      { type: 10, id: 1, content: 'When?' },
      { type: 1, id: 2 },
    ],
  });
  expect(await reply.next()).toMatchObject({
    kind: 'message',
    message: { content: 'And this', attachments: [{ filename: 'a.txt', size: 1 }] },
  });

  const opened = await ana.click(messageOf(reply), 'Form');
  if (opened.kind !== 'modal') throw new Error(opened.kind);
  const greeted = await ana.submit(opened.modal, { name: 'Ana' });
  expect(greeted).toMatchObject({ kind: 'message', message: { content: 'Hello Ana' } });
  const changed = await greeted.next();
  expect(changed).toMatchObject({ kind: 'update', message: { content: 'Hello again' } });
  expect(await changed.next()).toMatchObject({ kind: 'deleted' });
  expect(sandbox.violations).toEqual([]);
});
