import { invalidWebhookToken, refuse, unknownWebhook } from '../../api-error.ts';
import type { Core } from '../../core.ts';
import { takeCallback } from '../../interactions/callbacks.ts';
import type { Interaction } from '../../interactions/interactions.ts';
import type { MessageBody, Sending } from '../../interactions/message-body.ts';
import { withTextIds } from '../../interactions/message-files.ts';
import type { Replies } from '../../interactions/replies.ts';
import type { SchemaName } from '../../rules/spec.ts';
import { type Request, type Route, route } from '../router.ts';

/** The first answer to an interaction, and everything that its token allows afterwards. */
export function interactionRoutes(core: Core, replies: Replies): Route[] {
  const message = '/webhooks/:app/:token/messages/:message';
  return [
    route('POST', '/interactions/:id/:token/callback', (request) => {
      const address = { id: request.param('id'), token: request.param('token') };
      const response = takeCallback(core, replies, address, withTextIds(request.body), request.files);
      return request.query.get('with_response') === 'true' ? { status: 200, json: response } : { status: 204 };
    }),
    route('POST', '/webhooks/:app/:token', (request) => {
      const interaction = holder(core, request);
      const sent = interaction.noting(() =>
        replies.followUp(interaction, sending(core, request, 'IncomingWebhookRequestPartialSchema')),
      );
      return { status: 200, json: sent.message };
    }),
    route('GET', message, (request) => {
      const stored = replies.find(holder(core, request), request.param('message'));
      return { status: 200, json: stored.message };
    }),
    route('PATCH', message, (request) => {
      const interaction = holder(core, request);
      const stored = replies.find(interaction, request.param('message'));
      const edited = interaction.noting(() =>
        replies.edit(interaction, stored, sending(core, request, 'IncomingWebhookUpdateRequestPartialSchema')),
      );
      return { status: 200, json: edited.message };
    }),
    route('DELETE', message, (request) => {
      const interaction = holder(core, request);
      replies.remove(interaction, replies.find(interaction, request.param('message')));
      return { status: 204 };
    }),
  ];
}

/** The interaction whose token stands in the path. */
function holder({ interactions, world }: Core, request: Request): Interaction {
  if (request.param('app') !== world.application.id) throw unknownWebhook();
  const interaction = interactions.find(request.param('token'));
  if (interaction === undefined) throw invalidWebhookToken();
  return interaction;
}

function sending(core: Core, request: Request, schema: SchemaName): Sending {
  const body = withTextIds(request.body);
  refuse(core.spec.problems(schema, body));
  const channelId = holder(core, request).channel.id;
  return { body: body as MessageBody, files: request.files, channelId, at: [] };
}
