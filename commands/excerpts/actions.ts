import { ask } from '../../src/answer/ask.ts';
import type { KnowledgeBase } from '../../src/answer/knowledge-base.ts';
import type { Excerpt } from '../../src/answer/types.ts';
import type { Action } from '../../src/bot/action.ts';
import type { Passage } from '../../src/material/types.ts';
import { noticeView } from '../../src/reply/notice-view.ts';
import { answerView, questionOf } from '../ask/view.ts';
import { changed, findPassage } from '../sources/passage.ts';
import { contextView } from './context-view.ts';
import { shareView } from './share-view.ts';
import { replaceExcerpt } from './view.ts';

/** Previous and next: another excerpt of the same answer. Who did not ask gets a copy instead of turning everybody's page. */
export const page: Action = {
  name: 'page',
  run([to = '', refs = ''], { knowledge, messages, message, isPrivate, isAsker }) {
    const passages = refs.split('.').flatMap((ref) => knowledge.passageByRef(ref) ?? []);
    const passage = passages[Number(to)];
    if (!passage || passages.length < refs.split('.').length) return changed(messages);
    const turns = isPrivate || isAsker;
    const excerpt = excerptFor(passage, questionOf(message.components), knowledge);
    const options = { messages, isPrivate: isPrivate || !turns };
    const components = replaceExcerpt(message.components ?? [], excerpt, { passages, at: Number(to) }, options);
    return { show: turns ? 'update' : 'private', components };
  },
};

/** The passage with the question's words marked, as far as the search finds them in it. */
function excerptFor(passage: Passage, question: string, knowledge: KnowledgeBase): Excerpt {
  const { hits } = knowledge.passages.search(question, { limit: 50, groups: new Set([passage.source]) });
  const hit = hits.find(({ id }) => id === passage.id);
  const { marks = [], window = [0, 0] as const, confidence: score = 0 } = hit ?? {};
  return { passage, source: knowledge.source(passage), marks, window, score };
}

/** The paragraphs around an excerpt, for whoever asks for them. */
export const context: Action = {
  name: 'context',
  run([ref = ''], { knowledge, messages }) {
    const found = findPassage(ref, knowledge);
    if (!found) return changed(messages);
    return { show: 'private', components: contextView(found.article, found.passage, messages) };
  },
};

/** A private reply posted for all, by the one who had it. */
export const share: Action = {
  name: 'share',
  run(_args, { message, messages, person }) {
    return { show: 'public', components: shareView(message.components ?? [], person.name, messages) };
  },
};

/** A question chosen from a list under a reply. */
export const tryQuestion: Action = {
  name: 'try',
  run(_args, { knowledge, messages, values: [question = ''] }) {
    if (question === '') return { show: 'private', components: noticeView(messages.markdown('error.outdated')) };
    const answer = ask(knowledge, question);
    return {
      show: 'private',
      components: answerView(answer, { material: knowledge.material, messages, isPrivate: true }),
    };
  },
};
