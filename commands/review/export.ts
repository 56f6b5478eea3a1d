import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { slashCommand } from '../../src/bot/command.ts';
import { notice } from '../../src/bot/notice.ts';
import { ACCENT, container, file, text } from '../../src/reply/components.ts';
import { LIMITS } from '../../src/reply/limits.ts';
import { formatSize } from '../../src/reply/size.ts';
import type { StoredCard } from '../../src/store/repositories/cards.ts';
import { writePackage } from '../../src/study/anki/package.ts';
import { writeCardsCsv, writeCardsText } from '../../src/study/anki/table.ts';
import { ownerOf } from './owner.ts';

const FORMATS = ['apkg', 'csv', 'text'] as const;

const WRITERS: Readonly<
  Record<(typeof FORMATS)[number], (cards: readonly StoredCard[], now: number) => Uint8Array | Promise<Uint8Array>>
> = {
  apkg: (cards, now) => writePackage(cards, { deck: 'Footnote', now }),
  csv: (cards) => new TextEncoder().encode(writeCardsCsv(cards)),
  text: (cards) => new TextEncoder().encode(writeCardsText(cards)),
};

/** `/review export`: the person's cards as a file for Anki, or as a table. */
export const exportCards = slashCommand({
  type: ApplicationCommandType.ChatInput,
  name: 'export',
  options: [{ name: 'format', type: ApplicationCommandOptionType.String, required: true, choices: FORMATS }],
  complete: {},
  async run({ format }, context) {
    const { store, messages, createdAt } = context;
    const cards = await store.cards(ownerOf(context));
    if (cards.length === 0) return notice(messages.markdown('review.none'));
    const data = await WRITERS[format](cards, createdAt);
    if (data.length > LIMITS.file) {
      const sizes = { size: formatSize(data.length), most: formatSize(LIMITS.file) };
      return notice(messages.markdown('review.exportTooLarge', sizes));
    }
    const name = `cards.${format === 'text' ? 'txt' : format}`;
    const said = messages.markdown('review.exported', { count: cards.length });
    const components = [container(ACCENT.neutral, [text(said), file(name)])];
    return { show: 'private', components, files: [{ name, data }] };
  },
});
