import { type DraftEntry, draftsOf } from '../../src/answer/drafts.ts';
import type { ActionContext } from '../../src/bot/action.ts';
import type { Context, GuildMember } from '../../src/bot/command.ts';
import { notice } from '../../src/bot/notice.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { sourceRef } from '../../src/material/refs.ts';
import { type Fact, OWN_COLLECTION, type Source } from '../../src/material/types.ts';
import { writeFacts } from '../../src/material/write.ts';
import { LIMITS } from '../../src/reply/limits.ts';
import { formatSize } from '../../src/reply/size.ts';
import { drafts } from './buttons.ts';
import { draftForm, readDraft } from './draft-form.ts';
import { draftsDoneView, draftTableView, draftView } from './draft-view.ts';
import { asEditor } from './permission.ts';
import { findWork, goneWork } from './work.ts';

const FILE = 'facts.csv';

/** The first draft of a work, with what can become of it. */
export async function firstDraft(
  source: Source,
  guild: GuildMember,
  context: Context,
  as: Shown['as'] = 'private',
): Promise<Reply> {
  const { drafts: all, taken, skipped } = await openDrafts(source, guild, context);
  return show(all[0], all, source, { context, taken, added: 0, skipped, as });
}

const accept = drafts.accept.handle((args, context) =>
  withDraft(args, context, ({ draft }, guild) => add([draft.fact], guild)),
);

const skip = drafts.skip.handle((args, context) =>
  withDraft(args, context, async ({ draft: { fact } }, { id }) => {
    await context.store.skipDraft(id, fact.source, fact.id);
    return { settled: [fact], isSkipped: true };
  }),
);

const again = drafts.again.handle(({ work }, context) =>
  asEditor(context, async (guild) => {
    const record = await findWork(work, guild);
    if (!record) return goneWork(context.messages);
    await context.store.offerDrafts(guild.id, record.source.id);
    return firstDraft(record.source, guild, context, 'update');
  }),
);

const acceptKind = drafts.acceptKind.handle((args, context) =>
  withDraft(args, context, ({ draft, all }, guild) => {
    const behind = all.slice(all.indexOf(draft)).filter(({ kind }) => kind === draft.kind);
    return add(
      behind.map(({ fact }) => fact),
      guild,
    );
  }),
);

const edit = drafts.edit.handle(({ work, draft: id }, context) =>
  asEditor(context, async (guild) => {
    const record = await findWork(work, guild);
    const draft = record && (await openDrafts(record.source, guild, context)).drafts.find(({ fact }) => fact.id === id);
    if (!draft) return notice(context.messages.markdown('library.drafts.gone'));
    return { show: 'modal', modal: draftForm(work, draft, context.messages) };
  }),
);

const submit = drafts.submit.handle((args, context) =>
  withDraft(args, context, ({ draft }, guild) => {
    const read = readDraft(draft.fact, context.fields);
    return read ? add([read], guild, draft.fact) : notice(context.messages.markdown('library.drafts.unfit'));
  }),
);

const table = drafts.table.handle(({ work }, context) =>
  asEditor(context, async (guild) => {
    const { messages, knowledge } = context;
    const record = await findWork(work, guild);
    if (!record) return goneWork(messages);
    const own = knowledge.material.collections.find(({ id }) => id === OWN_COLLECTION)?.facts ?? [];
    const drafted = (await openDrafts(record.source, guild, context)).drafts.map(({ fact }) => fact);
    const data = new TextEncoder().encode(writeFacts([...own, ...drafted]));
    if (data.length > LIMITS.file) {
      const sizes = { size: formatSize(data.length, messages), most: formatSize(LIMITS.file, messages) };
      return notice(messages.markdown('library.exportTooLarge', sizes));
    }
    return { show: 'private', components: draftTableView(FILE, messages), files: [{ name: FILE, data }] };
  }),
);

export const draftActions = [accept, skip, again, acceptKind, edit, submit, table];

/** The drafts that are done with, and whether they were left out of the table. */
interface Settled {
  readonly settled: readonly Fact[];
  readonly isSkipped: boolean;
}

interface Chosen {
  readonly draft: DraftEntry;
  readonly all: readonly DraftEntry[];
}

/** Does what was chosen with a draft, and shows the next one. */
function withDraft(
  { work, draft: id }: { readonly work: string; readonly draft: string },
  context: ActionContext,
  settle: (chosen: Chosen, guild: GuildMember) => Promise<Settled> | Reply,
): Reply | Promise<Reply> {
  return asEditor(context, async (guild): Promise<Reply> => {
    const record = await findWork(work, guild);
    if (!record) return goneWork(context.messages);
    const { drafts: all, taken, skipped } = await openDrafts(record.source, guild, context);
    const draft = all.find(({ fact }) => fact.id === id);
    // Somebody else took it, or the work has changed: what there is to see now is shown.
    if (!draft) return show(all[0], all, record.source, { context, taken, added: 0, skipped, as: 'update' });
    const outcome = await settle({ draft, all }, guild);
    if ('show' in outcome) return outcome;
    const { settled, isSkipped } = outcome;
    const gone = new Set(settled);
    const left = all.filter(({ fact }) => !gone.has(fact));
    const next = all.slice(all.indexOf(draft) + 1).find(({ fact }) => !gone.has(fact));
    const counts = isSkipped ? { added: 0, skipped: skipped + 1 } : { added: settled.length, skipped };
    return show(next ?? left[0], left, record.source, { context, taken, ...counts, as: 'update' });
  });
}

async function add(facts: readonly Fact[], { library }: GuildMember, settled?: Fact): Promise<Settled> {
  await library.addFacts(facts);
  return { settled: settled ? [settled] : facts, isSkipped: false };
}

interface Shown {
  readonly context: Context;
  /** Drafts of the work that were in the table before. */
  readonly taken: number;
  /** Rows that were added just now. */
  readonly added: number;
  /** Drafts of the work that were skipped, now or before. */
  readonly skipped: number;
  readonly as: 'private' | 'update';
}

function show(
  draft: DraftEntry | undefined,
  all: readonly DraftEntry[],
  source: Source,
  { context: { messages, knowledge }, taken, added, skipped, as }: Shown,
): Reply {
  if (!draft) return { show: as, components: draftsDoneView(skipped, source, added, messages) };
  const at = all.indexOf(draft);
  const alike = all.slice(at).filter(({ kind }) => kind === draft.kind).length;
  const { material } = knowledge;
  // What is settled counts on, so that it is seen how far the review has come.
  const settled = taken + added + skipped;
  const place = { work: sourceRef(source), at: settled + at, count: settled + all.length, alike, added };
  return { show: as, components: draftView(draft, place, { material, messages }) };
}

/** The drafts of a work that are open, how many are in the table, and how many were skipped. */
async function openDrafts(
  { id }: Source,
  guild: Pick<GuildMember, 'id'>,
  { knowledge, store }: Pick<Context, 'knowledge' | 'store'>,
): Promise<{ readonly drafts: readonly DraftEntry[]; readonly taken: number; readonly skipped: number }> {
  const drafted = await draftsOf(knowledge);
  const all = drafted.all.filter(({ fact }) => fact.source === id);
  const skipped = await store.skippedDrafts(guild.id, id);
  const open = all.filter(({ fact }) => !skipped.has(fact.id));
  return { drafts: open, taken: drafted.taken(id), skipped: all.length - open.length };
}
