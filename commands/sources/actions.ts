import type { ActionContext } from '../../src/bot/action.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { sourceRef } from '../../src/material/refs.ts';
import { goTo, open, outline, read, works } from './buttons.ts';
import { changed, findPassage } from './passage.ts';
import { outlineView, readView, sourcesView } from './view.ts';

const turnWorks = works.handle(({ page }, context) =>
  turned(context, sourcesView(context.knowledge.material, page, context.messages)),
);

const openWork = open.handle((_args, context) => outlineOf(context.values[0] ?? '', 0, context));

const turnOutline = outline.handle(({ work, page }, context) => outlineOf(work, page, context));

const goToPassage = goTo.handle((_args, context) => readingOf(context.values[0] ?? '', 0, context));

const readPassage = read.handle(({ passage, part }, context) => readingOf(passage, part, context));

export const sourcesActions = [turnWorks, openWork, turnOutline, goToPassage, readPassage];

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
