import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { cleanQuestion } from '../../src/answer/question/clean.ts';
import { askRemembered } from '../../src/answer/remembered.ts';
import { slashCommand } from '../../src/bot/command.ts';
import { notice } from '../../src/bot/notice.ts';
import { noteAnswer } from '../coverage/record.ts';
import { draftedView } from '../fact/draft-view.ts';
import { completeSource, resolveSource, unknownSource } from '../sources/source-option.ts';
import { draftFor, withDraftedQuestions } from './drafted.ts';
import { completeQuestion } from './question-option.ts';
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
  complete: { question: completeQuestion, source: completeSource },
  async run(args, { knowledge, messages, publicMessages, guild, store, createdAt }) {
    if (cleanQuestion(args.question) === '') {
      const example = knowledge.completion.questions('', 1)[0] ?? '/help';
      return notice(messages.markdown('answer.empty', { example }));
    }
    const source = args.source === undefined ? undefined : resolveSource(args.source, knowledge);
    if (args.source !== undefined && !source) return unknownSource(args.source, messages);
    const answer = askRemembered(knowledge, args.question, source ? { source: source.id } : {});
    noteAnswer(answer, knowledge.material, { guild, store, createdAt });
    const { material } = knowledge;
    const draft = await draftFor(answer, knowledge, source?.id);
    if (draft) return { show: 'private', components: draftedView(draft, { material, messages }) };
    const wantsPrivate = args.private ?? guild?.settings.answers === 'private';
    const isPrivate = wantsPrivate || !answer.isSure;
    const components = answerView(await withDraftedQuestions(answer, knowledge, source?.id), {
      material,
      messages: isPrivate ? messages : publicMessages,
      isPrivate,
    });
    return { show: isPrivate ? 'private' : 'public', components, verdict: answer.verdict };
  },
});
