import type { KnowledgeBase } from '../../src/answer/knowledge-base.ts';
import type { Excerpt } from '../../src/answer/types.ts';
import { notice } from '../../src/bot/notice.ts';
import type { Passage } from '../../src/material/types.ts';
import { questionOf } from '../ask/view.ts';
import { noteShown } from '../coverage/record.ts';
import { changed, findPassage } from '../sources/passage.ts';
import { context as contextButton, page, share } from './buttons.ts';
import { contextView } from './context-view.ts';
import { shareView } from './share-view.ts';
import { claimShare } from './sharing.ts';
import { replaceExcerpt } from './view.ts';

/** Previous and next: another excerpt of the same answer. Who did not ask gets a copy instead of turning everybody's page. */
const turnPage = page.handle(({ to, passages: refs }, context) => {
  const { knowledge, messages, publicMessages, message, isPrivate, isAsker } = context;
  const passages = refs.flatMap((ref) => knowledge.passageByRef(ref) ?? []);
  const passage = passages[to];
  if (!passage || passages.length < refs.length) return changed(messages);
  noteShown([passage], context);
  const turns = isPrivate || isAsker;
  const excerpt = excerptFor(passage, questionOf(message.components), knowledge);
  const isPublic = turns && !isPrivate;
  const options = { messages: isPublic ? publicMessages : messages, isPrivate: !isPublic };
  const components = replaceExcerpt(message.components ?? [], excerpt, { passages, at: to }, options);
  return { show: turns ? 'update' : 'private', components };
});

/** The passage with the question's words marked, as far as it holds any. */
function excerptFor(passage: Passage, question: string, { passages, source }: KnowledgeBase): Excerpt {
  const { marks = [], window = [0, 0] as const } = passages.mark(passages.parse(question), passage.id) ?? {};
  return { passage, source: source(passage), marks, window: marks.length === 0 ? [0, 0] : window, score: 0 };
}

const showContext = contextButton.handle(({ passage: ref }, { knowledge, messages }) => {
  const found = findPassage(ref, knowledge);
  if (!found) return changed(messages);
  return { show: 'private', components: contextView(found.article, found.passage, messages) };
});

/** Pressed twice it shares once, in whatever process. Discord shows a private message to its asker alone. */
const shareReply = share.handle(async (_args, context) => {
  const { guild, interaction, message, messages, publicMessages, person, store } = context;
  const settled = await claimShare(store, { guild: guild?.id ?? '', message: message.id, interaction });
  if (settled === undefined) return notice(messages.markdown('share.already'));
  return { show: 'public', components: shareView(message.components ?? [], person.name, publicMessages), settled };
});

export const excerptActions = [turnPage, showContext, shareReply];
