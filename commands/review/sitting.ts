import type { Context } from '../../src/bot/command.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { text } from '../../src/reply/components.ts';
import { dueNow } from './due.ts';
import { ownerOf } from './owner.ts';
import { doneView, questionView } from './sitting-view.ts';

/** The next card to ask, or what there is to say where none is due. */
export async function nextReply(context: Context, show: Reply['show'], extra: number): Promise<Reply> {
  const { store, knowledge, degraded, messages, createdAt: now } = context;
  const owner = ownerOf(context);
  const due = await dueNow({ owner, store, knowledge, degraded, now, extra });
  const card = due.next && (await store.card(owner, due.next.id));
  const components = card ? questionView(card, { due, extra, messages }) : doneView({ due, extra, messages });
  const refused = due.reminder?.refused === true && (await store.noteRefusedReminder(owner, false));
  const notice = refused ? [text(messages.markdown('remind.refused'))] : [];
  return { show, components: [...components, ...notice] };
}
