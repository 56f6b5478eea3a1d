import { notice } from '../../src/bot/notice.ts';
import { erase } from './buttons.ts';

const confirm = erase.confirm.handle(async (_args, { forget, messages, person }) => {
  const count = await forget(person.id);
  const said = count === 0 ? messages.markdown('forget.nothing') : messages.markdown('forget.done', { count });
  return notice(said, 'update');
});

const cancel = erase.cancel.handle((_args, { messages }) => notice(messages.markdown('forget.kept'), 'update'));

export const forgetActions = [confirm, cancel];
