import { type APIMessage, ApplicationCommandType, ComponentType } from 'discord-api-types/v10';
import { ask } from '../../src/answer/ask.ts';
import { asksQuestion, type CheckedClaim, checkClaims } from '../../src/answer/claims.ts';
import type { KnowledgeBase } from '../../src/answer/knowledge-base.ts';
import type { Answer } from '../../src/answer/types.ts';
import type { MessageCommand } from '../../src/bot/command.ts';
import { notice } from '../../src/bot/notice.ts';
import { unescapeMarkdown } from '../../src/reply/escape.ts';
import { messagesFor } from '../../src/reply/messages.ts';
import { answerView } from '../ask/view.ts';
import { noSources } from '../sources/source-option.ts';
import { claimsView } from './view.ts';

/** "Apps › Find sources" on any message: what the material holds on what it says. */
export const findSources = {
  type: ApplicationCommandType.Message,
  key: 'findSources',
  name: messagesFor('en').plain('commands.findSources.name'),
  run(message, context) {
    const none = noSources(context);
    if (none) return none;
    const { knowledge, messages, tied: first } = context;
    const content = textOf(message);
    if (content.trim() === '') return notice(messages.markdown('claims.empty'));
    const { material } = knowledge;
    const claims = checkClaims(knowledge, content);
    const answer = answerTo(message.content, claims, knowledge, first);
    const components = answer
      ? answerView(answer, { material, messages, isPrivate: true, first })
      : claimsView(claims, { material, messages });
    return { show: 'private', components };
  },
} satisfies MessageCommand;

/**
 * What `/ask` answers to a message that asks, or of which nothing is found because it is in a language that is not searched;
 * undefined for one that says something.
 */
function answerTo(
  message: string,
  claims: readonly CheckedClaim[],
  knowledge: KnowledgeBase,
  first: ReadonlySet<string> | undefined,
): Answer | undefined {
  const answer = ask(knowledge, message, { first });
  const { request, foreignLanguage } = answer;
  // "lol" has nothing to look up either, but asks for nothing.
  const isRequest = request !== undefined && (request !== 'follow-up' || /[?？؟]\s*$/u.test(message));
  const isForeign = foreignLanguage !== undefined && claims.length === 0;
  return isRequest || isForeign || asksQuestion(message, knowledge) ? answer : undefined;
}

/** What a message says: its content, or the texts of its components, such as those of a bot's reply. */
function textOf(message: APIMessage): string {
  const displays = (message.components ?? []).flatMap((component) =>
    component.type === ComponentType.Container ? component.components : [component],
  );
  const texts = displays.flatMap((component) =>
    component.type === ComponentType.TextDisplay ? [unescapeMarkdown(component.content)] : [],
  );
  return [message.content, ...texts].join('\n');
}
