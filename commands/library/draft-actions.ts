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
export async function firstDraft(source: Source, context: Context): Promise<Reply> {
  const all = await draftsFrom(source, context);
  return show(all[0], all, source, { context, added: 0, as: 'private' });
}

const accept = drafts.accept.handle((args, context) =>
  withDraft(args, context, ({ draft }, guild) => add([draft.fact], guild)),
);

const skip = drafts.skip.handle((args, context) => withDraft(args, context, async () => []));

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
    const draft = record && (await draftsFrom(record.source, context)).find(({ fact }) => fact.id === id);
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
    const drafted = (await draftsFrom(record.source, context)).map(({ fact }) => fact);
    const data = new TextEncoder().encode(writeFacts([...own, ...drafted]));
    if (data.length > LIMITS.file) {
      const sizes = { size: formatSize(data.length, messages), most: formatSize(LIMITS.file, messages) };
      return notice(messages.markdown('library.exportTooLarge', sizes));
    }
    return { show: 'private', components: draftTableView(FILE, messages), files: [{ name: FILE, data }] };
  }),
);

export const draftActions = [accept, skip, acceptKind, edit, submit, table];

interface Chosen {
  readonly draft: DraftEntry;
  readonly all: readonly DraftEntry[];
}

/** Does what was chosen with a draft, which gives the drafts that are settled by it, and shows the next one. */
function withDraft(
  { work, draft: id }: { readonly work: string; readonly draft: string },
  context: ActionContext,
  settle: (chosen: Chosen, guild: GuildMember) => Promise<readonly Fact[]> | Reply,
): Reply | Promise<Reply> {
  return asEditor(context, async (guild): Promise<Reply> => {
    const record = await findWork(work, guild);
    if (!record) return goneWork(context.messages);
    const all = await draftsFrom(record.source, context);
    const draft = all.find(({ fact }) => fact.id === id);
    // Somebody else took it, or the work has changed: what there is to see now is shown.
    if (!draft) return show(all[0], all, record.source, { context, added: 0, as: 'update' });
    const settled = await settle({ draft, all }, guild);
    if ('show' in settled) return settled;
    const gone = new Set(settled);
    const left = all.filter(({ fact }) => !gone.has(fact));
    const next = all.slice(all.indexOf(draft) + 1).find(({ fact }) => !gone.has(fact));
    return show(next, left, record.source, { context, added: settled.length, as: 'update' });
  });
}

async function add(facts: readonly Fact[], { library }: GuildMember, settled?: Fact): Promise<readonly Fact[]> {
  await library.addFacts(facts);
  return settled ? [settled] : facts;
}

interface Shown {
  readonly context: Context;
  /** Rows that were added just now. */
  readonly added: number;
  readonly as: 'private' | 'update';
}

function show(
  draft: DraftEntry | undefined,
  all: readonly DraftEntry[],
  source: Source,
  { context: { messages, knowledge }, added, as }: Shown,
): Reply {
  if (!draft) return { show: as, components: draftsDoneView(all.length, source, added, messages) };
  const at = all.indexOf(draft);
  const alike = all.slice(at).filter(({ kind }) => kind === draft.kind).length;
  const { material } = knowledge;
  const place = { work: sourceRef(source), at, count: all.length, alike, added };
  return { show: as, components: draftView(draft, place, { material, messages }) };
}

async function draftsFrom({ id }: Source, { knowledge }: Pick<Context, 'knowledge'>): Promise<DraftEntry[]> {
  return (await draftsOf(knowledge)).all.filter(({ fact }) => fact.source === id);
}
