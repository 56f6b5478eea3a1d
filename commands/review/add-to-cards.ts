import { type APIMessage, ApplicationCommandType, ComponentType } from 'discord-api-types/v10';
import type { Context, MessageCommand } from '../../src/bot/command.ts';
import { notice } from '../../src/bot/notice.ts';
import { parseCustomId } from '../../src/reply/custom-id.ts';
import { messagesFor } from '../../src/reply/messages.ts';
import { questionOf } from '../ask/view.ts';
import { context as contextButton } from '../excerpts/buttons.ts';
import { addToCards, namedEntry } from './add.ts';
import { add } from './buttons.ts';
import { type Draft, draftOfEntry, draftOfPassage } from './content.ts';

/** "Apps › Add to my cards" on a message of the bot: what its buttons name becomes cards. */
export const addToMyCards = {
  type: ApplicationCommandType.Message,
  key: 'addToCards',
  name: messagesFor('en').plain('commands.addToCards.name'),
  async run(message, context) {
    const { messages } = context;
    const drafts = await draftsOf(message, context);
    if (drafts.length > 0) return addToCards(drafts, context);
    return notice(messages.markdown('cards.nothing'));
  },
} satisfies MessageCommand;

/** The cards of one message: an answer is one, a list of passages as many as it shows. */
const MAX_DRAFTS = 8;

async function draftsOf(message: APIMessage, context: Context): Promise<Draft[]> {
  const { knowledge, messages } = context;
  const ids = customIds(message);
  const entry = ids.find((id) => add.entry.owns(id));
  if (entry !== undefined) {
    const found = await namedEntry(firstArgument(entry), context);
    const draft = found && draftOfEntry(found, knowledge, messages);
    return draft ? [draft] : [];
  }
  const answer = ids.find((id) => add.passage.owns(id));
  const others = ids.filter((id) => contextButton.owns(id));
  const refs = [...new Set((answer === undefined ? others : [answer]).map(firstArgument))];
  const passages = refs.flatMap((ref) => knowledge.passageByRef(ref) ?? []).slice(0, MAX_DRAFTS);
  const question = answer === undefined ? '' : questionOf(message.components);
  return passages.map((passage) => draftOfPassage(passage, question, knowledge, messages));
}

const firstArgument = (id: string): string => parseCustomId(id).args[0] ?? '';

function customIds({ components = [] }: APIMessage): string[] {
  const parts = components.flatMap((component) =>
    component.type === ComponentType.Container ? component.components : [component],
  );
  return parts.flatMap((part) =>
    part.type === ComponentType.ActionRow
      ? part.components.flatMap((item) => ('custom_id' in item ? [item.custom_id] : []))
      : [],
  );
}
