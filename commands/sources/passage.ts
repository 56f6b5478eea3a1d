import type { KnowledgeBase } from '../../src/answer/knowledge-base.ts';
import { notice } from '../../src/bot/notice.ts';
import type { Reply } from '../../src/bot/reply.ts';
import type { Article, Passage } from '../../src/material/types.ts';
import type { Messages } from '../../src/reply/messages.ts';

/** The passage that a button names, with its article; undefined where it was edited or removed since. */
export function findPassage(ref: string, knowledge: KnowledgeBase): { article: Article; passage: Passage } | undefined {
  const passage = knowledge.passageByRef(ref);
  const article = passage && knowledge.material.articles.find(({ source }) => source.id === passage.source);
  return passage && article ? { article, passage } : undefined;
}

/** What a button says whose material is no longer as it was. */
export function changed(messages: Messages): Reply {
  return notice(messages.markdown('error.changed'));
}
