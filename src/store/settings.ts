import type { Change, Reading, ServerRow } from './schema.ts';
import type { GuildHead, Settings } from './types.ts';

type SettingColumns = Pick<ServerRow, 'answers' | 'shipped' | 'editor_role'>;

/** Of a server that never chose. */
const UNSET: SettingColumns = { answers: null, shipped: null, editor_role: null };

export async function readHead(db: Reading, server: string): Promise<GuildHead> {
  const row = await db
    .selectFrom('servers')
    .select(['version', 'answers', 'shipped', 'editor_role'])
    .where('id', '=', server)
    .executeTakeFirst();
  return { version: row?.version ?? 0, settings: toSettings(row ?? UNSET) };
}

export async function saveSettings(change: Change, server: string, settings: Partial<Settings>): Promise<Settings> {
  const columns: Partial<SettingColumns> = {
    ...(settings.answers === undefined ? {} : { answers: settings.answers }),
    ...(settings.shipped === undefined ? {} : { shipped: Number(settings.shipped) }),
    // Named and undefined: the role is taken away.
    ...('editorRole' in settings ? { editor_role: settings.editorRole ?? null } : {}),
  };
  if (Object.keys(columns).length === 0) return (await readHead(change, server)).settings;
  const row = await change
    .insertInto('servers')
    .values({ id: server, version: 0, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .returning(['answers', 'shipped', 'editor_role'])
    .executeTakeFirstOrThrow();
  return toSettings(row);
}

function toSettings({ answers, shipped, editor_role }: SettingColumns): Settings {
  return {
    answers: answers === 'private' ? 'private' : 'public',
    shipped: shipped !== 0,
    editorRole: editor_role ?? undefined,
  };
}
