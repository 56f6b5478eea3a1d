import { askRemembered } from '../../src/answer/remembered.ts';
import { notice } from '../../src/bot/notice.ts';
import { noteAnswer } from '../coverage/record.ts';
import { tryQuestion } from './buttons.ts';
import { draftedReply, withDrafts } from './drafted.ts';
import { answerView } from './view.ts';

const askChosen = tryQuestion.handle(async (_args, context) => {
  const {
    knowledge,
    messages,
    tied: first,
    values: [question = ''],
  } = context;
  if (question === '') return notice(messages.markdown('error.outdated'));
  const answer = askRemembered(knowledge, question, { first });
  noteAnswer(answer, knowledge.material, context);
  const { material } = knowledge;
  const { draft, answer: shown } = await withDrafts(answer, context, { first });
  if (draft) return draftedReply(draft, first, { material, messages });
  return {
    show: 'private',
    components: answerView(shown, {
      material,
      messages,
      isPrivate: true,
      first,
    }),
  };
});

export const askActions = [askChosen];
