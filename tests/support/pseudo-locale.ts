import type { Texts } from '../../src/reply/messages.ts';

/** Longer than the descriptions, button labels and form labels of Discord may be, no text becomes. */
const ROOM: readonly [key: RegExp, length: number][] = [
  [/^commands\./, 100],
  [/\.form\./, 45],
];

/** A catalogue in which the bot's own words stand in ⟦brackets⟧ and are about 40 % longer; what is not in brackets is not its own. */
export function pseudoTexts(texts: Texts, above = ''): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([key, value]) => [
      key,
      typeof value === 'string' ? pseudo(value, above + key) : pseudoTexts(value as Texts, `${above}${key}.`),
    ]),
  );
}

function pseudo(text: string, key: string): string {
  if (key === 'intl') return 'el';
  // The name of a command is not translated.
  if (key === 'commands.findSources.name') return text;
  const longer = withBrackets(text, true);
  const room = ROOM.find(([pattern]) => pattern.test(key))?.[1] ?? 4000;
  return longer.length <= room ? longer : withBrackets(text, false).slice(0, room);
}

/** Values and nested messages stay outside the brackets, as do the marks that Discord reads at a line's beginning. */
function withBrackets(text: string, longer: boolean): string {
  return text
    .split('\n')
    .map((line) => {
      const [, mark = '', rest = ''] = /^(#+ |-# )?(.*)$/.exec(line) ?? [];
      return (
        mark +
        rest
          .split(/(\{\{.*?\}\}|\$t\(.*?\))/)
          .map((part, at) => (at % 2 === 1 ? part : own(part, longer)))
          .join('')
      );
    })
    .join('\n');
}

function own(part: string, longer: boolean): string {
  if (!/\p{L}{2}/u.test(part)) return part;
  return longer ? `⟦${part}${' οοοο'.repeat(Math.ceil(part.length / 12))}⟧` : `⟦${part}⟧`;
}
