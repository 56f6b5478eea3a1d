import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { createBudget } from '../../src/reply/budget.ts';
import { ACCENT, button, container, row, text } from '../../src/reply/components.ts';
import type { Messages } from '../../src/reply/messages.ts';
import type { CardContent } from '../../src/study/cards/types.ts';
import { undoAdd } from './buttons.ts';
import { backText, frontText } from './card-text.ts';

/** What was added, the first of it shown, and the way to take it back. */
export function addedView(
  ids: readonly string[],
  first: CardContent,
  messages: Messages,
): APIMessageTopLevelComponent[] {
  const budget = createBudget(1500);
  const shown = [
    messages.markdown('cards.added', { count: ids.length }),
    frontText(first, budget),
    backText(first, budget),
  ];
  return [
    container(ACCENT.answered, [
      ...shown.map((content) => text(content)),
      text(`-# ${messages.markdown('cards.howToReview')}`),
      row(button(messages.plain('button.undo'), undoAdd.id({ cards: ids }))),
    ]),
  ];
}
