import { askRemembered } from '../../src/answer/remembered.ts';
import { notice } from '../../src/bot/notice.ts';
import { noteAnswer } from '../coverage/record.ts';
import { draftedView } from '../fact/draft-view.ts';
import { tryQuestion } from './buttons.ts';
import { draftFor, withDraftedQuestions } from './drafted.ts';
import { answerView } from './view.ts';

const askChosen = tryQuestion.handle(async (_args, context) => {
  const {
    knowledge,
    messages,
    values: [question = ''],
  } = context;
  if (question === '') return notice(messages.markdown('error.outdated'));
  const answer = askRemembered(knowledge, question);
  noteAnswer(answer, knowledge.material, context);
  const { material } = knowledge;
  const draft = await draftFor(answer, knowledge);
  if (draft) return { show: 'private', components: draftedView(draft, { material, messages }) };
  return {
    show: 'private',
    components: answerView(await withDraftedQuestions(answer, knowledge), { material, messages, isPrivate: true }),
  };
});

export const askActions = [askChosen];
