import type { KnowledgeBase } from '../../src/answer/knowledge-base.ts';
import { notice } from '../../src/bot/notice.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { passageRef } from '../../src/material/refs.ts';
import type { Article, Passage } from '../../src/material/types.ts';
import type { Messages } from '../../src/reply/messages.ts';

/** Between a passage's short name and how many before it say the same; no short name has it. */
const REPEAT = '.';

/** Names a passage where it matters which one it is of those in its article that say the same, as refrains do. */
export function placeRef(passage: Passage, { passages }: Article): string {
  const before = passages.filter(({ text }) => text === passage.text).indexOf(passage);
  return before > 0 ? `${passageRef(passage)}${REPEAT}${before}` : passageRef(passage);
}

/**
 * The passage that a button names, by `passageRef` or `placeRef`, with its article; undefined where it was edited or removed
 * since. Where fewer say the same than did, the first of them.
 */
export function findPassage(ref: string, knowledge: KnowledgeBase): { article: Article; passage: Passage } | undefined {
  const [name = '', before = '0'] = ref.split(REPEAT);
  const first = knowledge.passageByRef(name);
  const article = first && knowledge.material.articles.find(({ source }) => source.id === first.source);
  if (!first || !article) return undefined;
  return { article, passage: article.passages.filter(({ text }) => text === first.text)[Number(before)] ?? first };
}

/** What a button says whose material is no longer as it was. */
export function changed(messages: Messages): Reply {
  return notice(messages.markdown('error.changed'));
}
