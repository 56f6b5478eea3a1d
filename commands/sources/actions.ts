import type { Action, ActionContext } from '../../src/bot/action.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { sourceRef } from '../../src/material/refs.ts';
import { changed, findPassage } from './passage.ts';
import { outlineView, readView, sourcesView } from './view.ts';

/** The list of works, turned to a page. */
export const works: Action = {
  name: 'works',
  run([page = '0'], context) {
    return turned(context, sourcesView(context.knowledge.material, Number(page), context.messages));
  },
};

/** A work chosen from the list of works. */
export const open: Action = {
  name: 'open',
  run: (_args, context) => outlineOf(context.values[0] ?? '', 0, context),
};

/** A work's outline, turned to a page. */
export const outline: Action = {
  name: 'outline',
  run: ([ref = '', page = '0'], context) => outlineOf(ref, Number(page), context),
};

/** A paragraph chosen from an outline. */
export const goTo: Action = {
  name: 'goto',
  run: (_args, context) => readingOf(context.values[0] ?? '', 0, context),
};

/** A paragraph, or a part of a long one, reached by previous and next. */
export const read: Action = {
  name: 'read',
  run: ([ref = '', part = '0'], context) => readingOf(ref, Number(part), context),
};

function outlineOf(ref: string, page: number, context: ActionContext): Reply {
  const article = context.knowledge.material.articles.find((candidate) => sourceRef(candidate.source) === ref);
  if (!article) return changed(context.messages);
  return turned(context, outlineView(article, page, context.messages));
}

function readingOf(ref: string, part: number, context: ActionContext): Reply {
  const found = findPassage(ref, context.knowledge);
  if (!found) return changed(context.messages);
  return turned(context, readView(found.article, found.passage, part, context.messages));
}

/** A private message turns its own page; under one that all can see, reading goes on in private. */
function turned({ isPrivate }: ActionContext, components: Reply['components']): Reply {
  return { show: isPrivate ? 'update' : 'private', components };
}
