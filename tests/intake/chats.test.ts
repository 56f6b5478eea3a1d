import { describe, expect, it } from 'vitest';
import { readPlainText } from '../../src/intake/readers/text.ts';

const blocksOf = (...lines: string[]) =>
  readPlainText(lines.join('\n')).blocks.map(({ type, text }) => (type === 'heading' ? `# ${text}` : text));

const LONG = 'we meet on Saturday at the bus station, and not at the boathouse as we did the last time';

describe('a chat', () => {
  it.each([
    ['in brackets', '[03/05/2024, 19:02]', '[03/05/2024, 19:04]'],
    ['in brackets, without a day', '[19:02:11]', '[19:04:50]'],
    ['before a dash', '03.05.24, 19:02 -', '03.05.24, 19:04 -'],
    ['with the half of the day', '5/3/24, 7:02 PM -', '5/3/24, 7:04 PM -'],
  ])('is read message by message by the time %s', (_what, first, second) => {
    expect(blocksOf(`${first} Jonas: ${LONG}`, `${second} Mira: ok`, `${second} Jonas: Bring Water`)).toEqual([
      `${first} Jonas: ${LONG}`,
      `${second} Mira: ok`,
      `${second} Jonas: Bring Water`,
    ]);
  });

  it.each(['03/05/2024 19:02', 'Today at 19:02', 'Yesterday at 7:02 PM'])(
    'is read message by message below who sent it and when: %s',
    (time) => {
      expect(blocksOf(`Jonas — ${time}`, LONG, `Mira — ${time}`, 'Why so early?', '', `Jonas — ${time}`, LONG)).toEqual(
        [`Jonas — ${time}\n${LONG}`, `Mira — ${time}\nWhy so early?`, `Jonas — ${time}\n${LONG}`],
      );
    },
  );
});
