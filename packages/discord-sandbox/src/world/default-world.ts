import type { WorldDefinition } from './world.ts';

/**
 * Two servers with people in common: a study group of three with a few remarks to try a message command on, and an
 * evening class that somebody else manages. Chiara keeps the group's library, and is in no more than the group.
 */
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
      roles: [{ name: 'Librarians', members: ['chiara'] }],
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
    {
      name: 'Evening class',
      members: ['ana', 'ben'],
      managers: ['ben'],
      channels: [
        { name: 'homework', topic: 'Due on Thursdays' },
        {
          name: 'off-topic',
          messages: [{ author: 'ben', content: 'The coffee machine on the second floor works again.' }],
        },
      ],
    },
  ],
};
