import { Client } from 'discord.js';

const { DISCORD_API = 'http://127.0.0.1:4600/api', DISCORD_TOKEN = 'sandbox' } = process.env;
const client = new Client({ intents: [], rest: { api: DISCORD_API } });

client.once('clientReady', () => {
  const text = { type: 3, name: 'text', description: 'What to repeat', required: true };
  client.application.commands.set([{ name: 'echo', description: 'Repeats a text', options: [text] }]);
});

client.on('interactionCreate', (interaction) => {
  if (interaction.isChatInputCommand()) interaction.reply(interaction.options.getString('text', true));
});

client.login(DISCORD_TOKEN);
