import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { ACCENT, container, file, text } from '../../src/reply/components.ts';
import type { Messages } from '../../src/reply/messages.ts';

/** A file that is sent along, with what it is. `name` is the file's in the same reply. */
export function exportView(name: string, messages: Messages): APIMessageTopLevelComponent[] {
  return [container(ACCENT.neutral, [text(messages.markdown('library.exported')), file(name)])];
}
