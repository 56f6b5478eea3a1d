import type { WorldDefinition } from './world.ts';

/** A study group with two channels, three people and a few remarks to try a message command on. */
export const studyGroup: WorldDefinition = {
  application: { name: 'Bot', description: 'The bot that is connected to the sandbox' },
  people: [
    { username: 'ana', displayName: 'Ana', manager: true },
    { username: 'ben', displayName: 'Ben' },
    { username: 'chiara', displayName: 'Chiara' },
  ],
  guilds: [
    {
      name: 'Study group',
      channels: [
        { name: 'general-reading', topic: 'What we read this term' },
        {
          name: 'latin-america',
          topic: "Russia's relations with Latin America",
          messages: [
            {
              author: 'ben',
              content: 'Havana was on good terms with Moscow long before Venezuela was, as far as I know.',
            },
            {
              author: 'chiara',
              content: 'My notes say that CELAC was set up in 1998 and has 12 members. Is that right?',
            },
            { author: 'ana', content: 'Has anybody seen my green umbrella? I think it stayed in the seminar room.' },
          ],
        },
      ],
    },
  ],
};
