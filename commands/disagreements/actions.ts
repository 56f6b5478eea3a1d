import { topicOf } from '../../src/reply/topic-line.ts';
import { disputes } from './buttons.ts';
import { disagreementsView, factsOn } from './view.ts';

const turnDisputes = disputes.handle(({ page }, { knowledge, messages, message, isPrivate }) => {
  const about = topicOf(message.components);
  const components = disagreementsView({ about, facts: factsOn(knowledge, about), page }, knowledge.material, messages);
  return { show: isPrivate ? 'update' : 'private', components };
});

export const disagreementsActions = [turnDisputes];
