import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { ACCENT, container, text } from './components.ts';

/** A short message of the bot's own: an error, or a hint. The text is markdown, already escaped. */
export function noticeView(content: string): APIMessageTopLevelComponent[] {
  return [container(ACCENT.absent, [text(content)])];
}
