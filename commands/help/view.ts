import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { KnowledgeBase } from '../../src/answer/knowledge-base.ts';
import { ACCENT, container, text } from '../../src/reply/components.ts';
import type { Messages } from '../../src/reply/messages.ts';
import { questionSelect } from '../ask/view.ts';

/** What the bot can do, three questions to try from the material at hand, and what it will not do. */
export function helpView({ material, completion }: KnowledgeBase, messages: Messages): APIMessageTopLevelComponent[] {
  const works = material.articles.length;
  return [
    container(ACCENT.neutral, [
      text(messages.markdown('help.about', { count: works })),
      text(messages.markdown('help.commands')),
      text(messages.markdown('help.limits')),
      ...questionSelect(completion.questions('', 3), messages.plain('help.try')),
    ]),
  ];
}
