import {
  type APIInteractionResponse,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';
import type { Messages } from '../reply/messages.ts';
import type { Incoming } from './incoming.ts';
import { notice } from './notice.ts';
import { type ModalReply, messageBody, type Reply, type Result } from './reply.ts';
import type { Acknowledged, Transport } from './transport.ts';

/** Milliseconds after which an answer that is not there yet is deferred. Discord gives 3,000 in all. */
export const DEFER_AFTER = 1500;

/** What became of a reply; where it could not be acknowledged, why. */
export type Delivered = 'answered' | 'deferred' | Exclude<Acknowledged, 'done'>;

/**
 * Delivers what a handler gives back, deferring first where that is not there when the interaction is `deferAfter`
 * milliseconds old. Rejects where Discord refuses it, or cannot be reached for as long as it is of use.
 */
export async function deliver(result: Promise<Result>, incoming: Incoming, deferAfter: number): Promise<Delivered> {
  const { transport, messages, created } = incoming;
  if (!incoming.isDeferred) {
    const deferIn = Math.max(0, deferAfter - (performance.now() - created));
    if (await settlesWithin(result, deferIn)) return deliverAtOnce(await result, transport);
    const acknowledged = await defer(incoming);
    if (acknowledged !== 'done') return acknowledged;
  }
  await deliverLate(await result, isFromComponent(incoming), transport, messages);
  return 'deferred';
}

/** Acknowledges an interaction whose answer is still to come. */
export async function defer(incoming: Incoming): Promise<Acknowledged> {
  incoming.isDeferred = true;
  return incoming.transport.respond(deferral(isFromComponent(incoming)));
}

function isFromComponent({ raw }: Incoming): boolean {
  return raw.type !== InteractionType.ApplicationCommand;
}

async function deliverAtOnce(result: Result, transport: Transport): Promise<Delivered> {
  if ('show' in result) {
    return answered(await transport.respond(toResponse(result), filesOf(result)));
  }
  const steps = result[Symbol.asyncIterator]();
  try {
    const first = await steps.next();
    if (first.done) return 'answered';
    const delivered = answered(await transport.respond(toResponse(first.value), first.value.files));
    if (delivered === 'answered') await showSteps({ [Symbol.asyncIterator]: () => steps }, transport);
    return delivered;
  } finally {
    // Work that is given up half-way lets go of what it holds, such as its place among those that are under way.
    await steps.return?.();
  }
}

export function answered(acknowledged: Acknowledged): Exclude<Delivered, 'deferred'> {
  return acknowledged === 'done' ? 'answered' : acknowledged;
}

/**
 * Shows each step in the place of the one before: in the reply, or in the `message` that followed it. One on the way may
 * be lost; the last is tried until it arrives.
 */
async function showSteps(steps: AsyncIterable<Reply>, transport: Transport, message?: string): Promise<void> {
  let lost: Reply | undefined;
  let next: Reply | undefined;
  let showing: Promise<void> | undefined;

  /** One edit at a time: Discord limits them, and what it takes longer for than the work is overtaken. */
  async function showNext(): Promise<void> {
    for (let reply = next; reply !== undefined; reply = next) {
      next = undefined;
      const shown = await transport.edit(editBody(reply), reply.files, { isProgress: true, message }).then(
        () => true,
        () => false,
      );
      lost = shown ? undefined : reply;
    }
    showing = undefined;
  }

  for await (const reply of steps) {
    next = reply;
    showing ??= showNext();
    if (!reply.isPassing) await showing;
  }
  await showing;
  if (lost !== undefined) await transport.edit(editBody(lost), lost.files, { message });
}

async function deliverLate(
  result: Result,
  fromComponent: boolean,
  transport: Transport,
  messages: Messages,
): Promise<void> {
  if ('show' in result) {
    // A form can only be the first thing that follows.
    await replyLate(result.show === 'modal' ? tooLateForForm(messages) : result, fromComponent, transport, messages);
    return;
  }
  const steps = result[Symbol.asyncIterator]();
  try {
    const first = await steps.next();
    if (first.done) return;
    const message = await replyLate(first.value, fromComponent, transport, messages);
    await showSteps({ [Symbol.asyncIterator]: () => steps }, transport, message);
  } finally {
    await steps.return?.();
  }
}

/** Shows a reply after the deferral; resolves to the id of its message where that is not the deferred one. */
async function replyLate(
  reply: Reply,
  fromComponent: boolean,
  transport: Transport,
  messages: Messages,
): Promise<string | undefined> {
  if (reply.show === 'update' || (reply.show === 'private' && !fromComponent)) {
    await transport.edit(editBody(reply), reply.files);
    return undefined;
  }
  // The first message after a deferral takes its place and stays private, so the public one comes second.
  if (!fromComponent) await transport.edit(editBody(notice(messages.markdown('slow.public'))));
  return transport.followUp(messageBody(reply), reply.files);
}

/** Who sees a message cannot be changed. */
const editBody = (reply: Reply) => messageBody({ ...reply, show: 'update' });

function tooLateForForm(messages: Messages): Reply {
  return notice(messages.markdown('slow.form'));
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
