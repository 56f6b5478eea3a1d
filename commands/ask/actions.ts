import { ask } from '../../src/answer/ask.ts';
import { noticeView } from '../../src/reply/notice-view.ts';
import { tryQuestion } from './buttons.ts';
import { answerView } from './view.ts';

const askChosen = tryQuestion.handle((_args, { knowledge, messages, values: [question = ''] }) => {
  if (question === '') return { show: 'private', components: noticeView(messages.markdown('error.outdated')) };
  const answer = ask(knowledge, question);
  return {
    show: 'private',
    components: answerView(answer, { material: knowledge.material, messages, isPrivate: true }),
  };
});

export const askActions = [askChosen];
