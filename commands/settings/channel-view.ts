import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { referenceBelowTitle } from '../../src/material/cite.ts';
import { sourceRef } from '../../src/material/refs.ts';
import type { Source } from '../../src/material/types.ts';
import { citationWords } from '../../src/reply/citation-words.ts';
import { ACCENT, button, container, row, select, text } from '../../src/reply/components.ts';
import { truncate } from '../../src/reply/cut.ts';
import { escapeMarkdown } from '../../src/reply/escape.ts';
import { LIMITS } from '../../src/reply/limits.ts';
import { mentionChannel } from '../../src/reply/mentions.ts';
import type { Messages } from '../../src/reply/messages.ts';
import { type Page, pageButtons } from '../../src/reply/pages.ts';
import { tie } from './buttons.ts';

export interface ChannelSettings {
  readonly channel: string;
  /** The works that are searched first there. */
  readonly tied: readonly Source[];
  /** Those to choose from. */
  readonly page: Page<Source>;
}

/** So many of them fit into one message. */
const MAX_LISTED = 20;

/** The works that are searched first in a channel, with the list to choose them from. */
export function channelView(
  { channel, tied, page }: ChannelSettings,
  messages: Messages,
): APIMessageTopLevelComponent[] {
  const heading = messages.markdown('settings.channel.title', { channel: mentionChannel(channel) });
  const lead = messages.markdown(`settings.channel.${tied.length > 0 ? 'tied' : 'none'}`);
  const lines = tied.slice(0, MAX_LISTED).map(({ title }) => `- ${escapeMarkdown(truncate(title, 100))}`);
  const list = [lead, ...lines, ...(tied.length > MAX_LISTED ? ['- …'] : [])].join('\n');
  const chosen = new Set(tied);
  const options = page.items.map((source) => ({
    label: source.title,
    value: sourceRef(source),
    description: referenceBelowTitle(source, citationWords(messages)),
    isDefault: chosen.has(source),
  }));
  const choosing = {
    ...select(tie.choose.id({ channel, page: page.at }), messages.plain('settings.choose.works'), options),
    min_values: 0,
    max_values: Math.min(options.length, LIMITS.selectOptions),
  };
  return [
    container(ACCENT.neutral, [
      text(`## ${heading}`),
      text(list),
      ...(tied.length > 0 ? [text(`-# ${messages.markdown('settings.channel.widen')}`)] : []),
      ...(options.length > 0 ? [row(choosing)] : []),
      ...pageButtons(page, (to) => tie.page.id({ channel, page: to }), messages),
      ...(tied.length > 0 ? [row(button(messages.plain('settings.button.untie'), tie.clear.id({ channel })))] : []),
    ]),
  ];
}
