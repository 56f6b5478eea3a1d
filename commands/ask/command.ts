import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { cleanQuestion } from '../../src/answer/question/clean.ts';
import { askRemembered } from '../../src/answer/remembered.ts';
import { slashCommand } from '../../src/bot/command.ts';
import { notice } from '../../src/bot/notice.ts';
import { noteAnswer } from '../coverage/record.ts';
import { noSources, unknownSource } from '../sources/source-option.ts';
import { draftedReply, withDrafts } from './drafted.ts';
import { completeQuestion } from './question-option.ts';
import { completeScope, scopeOf } from './scope.ts';
import { answerView } from './view.ts';

/** `/ask`: an answered question is shown to all; whatever else comes of it only to the asker. */
export const ask = slashCommand({
  type: ApplicationCommandType.ChatInput,
  name: 'ask',
  options: [
    {
      name: 'question',
      type: ApplicationCommandOptionType.String,
      required: true,
      max_length: 6000,
      autocomplete: true,
    },
    { name: 'source', type: ApplicationCommandOptionType.String, max_length: 200, autocomplete: true },
    { name: 'private', type: ApplicationCommandOptionType.Boolean },
  ],
  complete: { question: completeQuestion, source: completeScope },
  async run(args, context) {
    const { knowledge, messages, publicMessages, guild } = context;
    const none = noSources(context);
    if (none) return none;
    if (cleanQuestion(args.question) === '') {
      const example = knowledge.completion.questions('', 1)[0] ?? '/help';
      return notice(messages.markdown('answer.empty', { example }));
    }
    const scope = scopeOf(args.source, context);
    if (!scope) return unknownSource(args.source ?? '', messages);
    const answer = askRemembered(knowledge, args.question, scope);
    noteAnswer(answer, knowledge.material, context);
    const { material } = knowledge;
    const { first } = scope;
    const { draft, answer: shown } = await withDrafts(answer, context, scope);
    if (draft) return draftedReply(draft, first, { material, messages });
    const wantsPrivate = args.private ?? guild?.settings.answers === 'private';
    const isPrivate = wantsPrivate || !answer.isSure;
    const components = answerView(shown, {
      material,
      messages: isPrivate ? messages : publicMessages,
      isPrivate,
      first,
    });
    return { show: isPrivate ? 'private' : 'public', components, verdict: answer.verdict };
  },
});
