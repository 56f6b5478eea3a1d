import {
  type APIInteractionResponse,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';
import type { Messages } from '../reply/messages.ts';
import { noticeView } from '../reply/notice-view.ts';
import type { Replying } from './handlers.ts';
import { type ModalReply, messageBody, type Reply, type Result } from './reply.ts';
import type { Transport } from './transport.ts';

/** Milliseconds after which an answer that is not there yet is deferred. Discord gives 3,000 in all. */
export const DEFER_AFTER = 1500;

/**
 * Delivers what a handler gives back, acknowledging first where it takes longer than `deferAfter` milliseconds.
 * Rejects where Discord refuses it.
 */
export async function deliver(
  result: Promise<Result>,
  interaction: Replying,
  transport: Transport,
  options: { readonly deferAfter: number; readonly messages: Messages },
): Promise<void> {
  const inTime = await settlesWithin(result, options.deferAfter);
  if (inTime) return deliverAtOnce(await result, transport);
  const fromComponent = interaction.type !== InteractionType.ApplicationCommand;
  await transport.respond(deferral(fromComponent));
  await deliverLate(await result, fromComponent, transport, options.messages);
}

async function deliverAtOnce(result: Result, transport: Transport): Promise<void> {
  if ('show' in result) return transport.respond(toResponse(result), filesOf(result));
  let isFirst = true;
  for await (const reply of result) {
    if (isFirst) await transport.respond(toResponse(reply), reply.files);
    else await transport.edit(messageBody(reply), reply.files);
    isFirst = false;
  }
}

async function deliverLate(
  result: Result,
  fromComponent: boolean,
  transport: Transport,
  messages: Messages,
): Promise<void> {
  if (!('show' in result)) {
    for await (const reply of result) await transport.edit(messageBody(reply), reply.files);
    return;
  }
  // A form can only be the first thing that follows.
  const reply = result.show === 'modal' ? tooLateForForm(messages) : result;
  const body = messageBody(reply);
  if (reply.show === 'update') return transport.edit(body, reply.files);
  if (fromComponent) return transport.followUp(body, reply.files);
  if (reply.show === 'private') return transport.edit(body, reply.files);
  // The first message after a deferral takes its place and stays private, so the public one comes second.
  await transport.edit(messageBody({ show: 'private', components: noticeView(messages.markdown('slow.public')) }));
  return transport.followUp(body, reply.files);
}

function tooLateForForm(messages: Messages): Reply {
  return { show: 'private', components: noticeView(messages.markdown('slow.form')) };
}

async function settlesWithin(work: Promise<unknown>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, ms, false);
  });
  const inTime = await Promise.race([work.then(() => true), late]);
  clearTimeout(timer);
  return inTime;
}

export function toResponse(reply: Reply | ModalReply): APIInteractionResponse {
  if (reply.show === 'modal') return { type: InteractionResponseType.Modal, data: reply.modal };
  const type =
    reply.show === 'update' ? InteractionResponseType.UpdateMessage : InteractionResponseType.ChannelMessageWithSource;
  return { type, data: messageBody(reply) };
}

const filesOf = (reply: Reply | ModalReply) => (reply.show === 'modal' ? undefined : reply.files);

/** Deferred privately: what turns out to be for the person alone must never have been public, and a deferral cannot change its mind. */
function deferral(fromComponent: boolean): APIInteractionResponse {
  return fromComponent
    ? { type: InteractionResponseType.DeferredMessageUpdate }
    : { type: InteractionResponseType.DeferredChannelMessageWithSource, data: { flags: MessageFlags.Ephemeral } };
}
