import { type APIMessageTopLevelComponent, type APITextDisplayComponent, ComponentType } from 'discord-api-types/v10';
import { text } from './components.ts';
import { truncate } from './cut.ts';
import { escapeMarkdown, unescapeMarkdown } from './escape.ts';

/** The component id of the line with a topic, by which a button finds it again. */
const TOPIC_ID = 1002;
const MAX_TOPIC = 100;

/** "**CELAC**": what a list is about, as `topicOf` reads it back from the message. */
export function topicLine(topic: string): APITextDisplayComponent[] {
  const shown = escapeMarkdown(truncate(topic, MAX_TOPIC));
  return shown === '' ? [] : [text(`**${shown}**`, TOPIC_ID)];
}

/** The topic of a message, as far as it is shown there; '' where it has none. */
export function topicOf(components: readonly APIMessageTopLevelComponent[] = []): string {
  const parts = components.flatMap((each) => (each.type === ComponentType.Container ? each.components : []));
  const line = parts.find(({ id }) => id === TOPIC_ID);
  return line?.type === ComponentType.TextDisplay ? unescapeMarkdown(line.content.replace(/^\*\*|\*\*$/g, '')) : '';
}
