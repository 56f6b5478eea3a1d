import type { Context, GuildMember } from '../../src/bot/command.ts';
import { notice } from '../../src/bot/notice.ts';
import type { Reply, Result } from '../../src/bot/reply.ts';
import { mentionRole } from '../../src/reply/mentions.ts';

/** Goes on in the server where the person asks; says so where it is none. */
export function inServer<R extends Result>(
  { guild, messages }: Context,
  run: (guild: GuildMember) => R | Promise<R>,
): R | Reply | Promise<R> {
  if (guild) return run(guild);
  return notice(messages.markdown('error.serverOnly'));
}

/** Goes on where the person may change the server's library; says who may where not. */
export function asEditor<R extends Result>(
  context: Context,
  run: (guild: GuildMember) => R | Promise<R>,
): R | Reply | Promise<R | Reply> {
  return inServer(context, (guild): R | Reply | Promise<R> => {
    if (guild.isEditor) return run(guild);
    const { editorRole } = guild.settings;
    const who =
      editorRole === undefined
        ? context.messages.markdown('library.notEditor')
        : context.messages.markdown('library.notEditorRole', { role: mentionRole(editorRole) });
    return notice(who);
  });
}

/** Goes on where the person manages the server. */
export function asManager<R extends Result>(
  context: Context,
  run: (guild: GuildMember) => R | Promise<R>,
): R | Reply | Promise<R | Reply> {
  return inServer(context, (guild): R | Reply | Promise<R> => {
    if (guild.isManager) return run(guild);
    return notice(context.messages.markdown('settings.notManager'));
  });
}
