import type { ActionContext } from '../../src/bot/action.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { sourceRef } from '../../src/material/refs.ts';
import { changed } from '../sources/passage.ts';
import { coverageOpen, coverageWork, coverageWorks } from './buttons.ts';
import { coverageOf } from './read.ts';
import { coverageView, neverShownView } from './view.ts';

const turnWorks = coverageWorks.handle(({ page }, context) =>
  coverageOf(context, (covered) => ({ show: 'update', components: coverageView(covered, page, context.messages) })),
);

const openWork = coverageOpen.handle((_args, context) => neverShownIn(context.values[0] ?? '', 0, context));

const turnWork = coverageWork.handle(({ work, page }, context) => neverShownIn(work, page, context));

function neverShownIn(ref: string, page: number, context: ActionContext): Reply | Promise<Reply> {
  return coverageOf(context, ({ works }) => {
    const work = works.find(({ article }) => sourceRef(article.source) === ref);
    if (!work) return changed(context.messages);
    return { show: 'update', components: neverShownView(work, page, context.messages) };
  });
}

export const coverageActions = [turnWorks, openWork, turnWork];
