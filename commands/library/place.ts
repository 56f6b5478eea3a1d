import type { Context, GuildMember } from '../../src/bot/command.ts';
import type { Reply, Result } from '../../src/bot/reply.ts';
import { mentionRole } from '../../src/reply/mentions.ts';
import { noticeView } from '../../src/reply/notice-view.ts';

/** Goes on in the server where the person asks; says so where it is none. */
export function inServer<R extends Result>(
  { server, messages }: Context,
  run: (place: GuildMember) => R | Promise<R>,
): R | Reply | Promise<R> {
  if (server) return run(server);
  return { show: 'private', components: noticeView(messages.markdown('error.serverOnly')) };
}

/** Goes on where the person may change the server's library; says who may where not. */
export function asEditor<R extends Result>(
  context: Context,
  run: (place: GuildMember) => R | Promise<R>,
): R | Reply | Promise<R | Reply> {
  return inServer(context, (place): R | Reply | Promise<R> => {
    if (place.isEditor) return run(place);
    const { editorRole } = place.settings;
    const who =
      editorRole === undefined
        ? context.messages.markdown('library.notEditor')
        : context.messages.markdown('library.notEditorRole', { role: mentionRole(editorRole) });
    return { show: 'private', components: noticeView(who) };
  });
}

/** Goes on where the person manages the server. */
export function asManager<R extends Result>(
  context: Context,
  run: (place: GuildMember) => R | Promise<R>,
): R | Reply | Promise<R | Reply> {
  return inServer(context, (place): R | Reply | Promise<R> => {
    if (place.isManager) return run(place);
    return { show: 'private', components: noticeView(context.messages.markdown('settings.notManager')) };
  });
}
