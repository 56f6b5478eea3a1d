import type { APIComponentInContainer, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { CheckedClaim } from '../../src/answer/claims.ts';
import { passageRef } from '../../src/material/refs.ts';
import { type Budget, createBudget } from '../../src/reply/budget.ts';
import { ACCENT, button, container, row, separator, text } from '../../src/reply/components.ts';
import { truncate } from '../../src/reply/cut.ts';
import { type EntryTextOptions, nearEntryText } from '../../src/reply/fact-lines.ts';
import type { Messages } from '../../src/reply/messages.ts';
import { context, share } from '../excerpts/buttons.ts';
import { excerptText } from '../excerpts/view.ts';

/** The passages that bear on a message, each marked as holding the same names and figures or differing ones. */
export function claimsView(
  claims: readonly CheckedClaim[],
  { material, messages }: EntryTextOptions,
): APIMessageTopLevelComponent[] {
  if (claims.length === 0) return [container(ACCENT.absent, [text(messages.markdown('claims.absent'))])];
  const budget = createBudget();
  const blocks = claims.flatMap((claim) => claimBlock(claim, { material, messages }, budget));
  const sharing = row(button(messages.plain('button.share'), share.id()));
  const anyDiffers = claims.some((claim) => claim.differing.length > 0 || claim.contrary || claim.disputed);
  // Never green: the same names and figures may still be put together wrongly.
  return [container(anyDiffers ? ACCENT.close : ACCENT.neutral, [...blocks, sharing])];
}

function judgedText({ differing, contrary }: CheckedClaim, messages: Messages): string {
  if (differing.length > 0) {
    return messages.markdown('claims.differs', { differing: truncate(differing.join(', '), 100) });
  }
  return messages.markdown(contrary === undefined ? 'claims.mentions' : `claims.contrary.${contrary}`);
}

/** A block that no longer fits is left out whole; at most four are asked for, so it is only ever a last long one. */
function claimBlock(
  checked: CheckedClaim,
  { material, messages }: EntryTextOptions,
  budget: Budget,
): APIComponentInContainer[] {
  const { claim, excerpt, disputed } = checked;
  const said = messages.markdown('claims.said', { claim: truncate(claim, 150) });
  const sides = disputed && nearEntryText(disputed, { material, messages });
  const dispute = sides === undefined ? [] : [`**${messages.markdown('fact.disputed')}** ${sides}`];
  const lead = budget.take([said, ...dispute, judgedText(checked, messages)].join('\n'));
  if (lead === undefined || budget.left < 700) return [];
  const shown = excerptText(excerpt, messages, createBudget(Math.min(budget.left, 900)));
  budget.take(shown);
  return [
    text(lead),
    text(shown),
    row(button(messages.plain('button.context'), context.id({ passage: passageRef(excerpt.passage) }))),
    separator(),
  ];
}
