import { ask } from '../../src/answer/ask.ts';
import { notice } from '../../src/bot/notice.ts';
import { noteAnswer } from '../coverage/record.ts';
import { tryQuestion } from './buttons.ts';
import { answerView } from './view.ts';

const askChosen = tryQuestion.handle((_args, context) => {
  const {
    knowledge,
    messages,
    values: [question = ''],
  } = context;
  if (question === '') return notice(messages.markdown('error.outdated'));
  const answer = ask(knowledge, question);
  noteAnswer(answer, knowledge.material, context);
  return {
    show: 'private',
    components: answerView(answer, { material: knowledge.material, messages, isPrivate: true }),
  };
});

export const askActions = [askChosen];
