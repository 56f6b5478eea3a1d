/** The calls of client-api.ts. Each rejects with an Error whose message can be shown: Refused if the server said no. */
import type {
  AutocompleteAnswer,
  ClientState,
  InvokeCommand,
  PostMessage,
  SetLocale,
  SubmitModal,
  UseComponent,
} from '../src/client-api.ts';

export class Refused extends Error {}

/** Of the first person where `user` is empty. */
export const fetchState = (user: string): Promise<ClientState> =>
  call(`client/state${user ? `?user=${encodeURIComponent(user)}` : ''}`) as Promise<ClientState>;

export const postMessage = (message: PostMessage) => call('client/messages', message);
/** `files` by the option that they are for. */
export const invokeCommand = (command: InvokeCommand, files: Record<string, File> = {}) =>
  call('client/commands', command, files);
export const useComponent = (use: UseComponent) => call('client/components', use);
export const submitModal = (modal: SubmitModal) => call('client/modals', modal);
export const setLocale = (change: SetLocale) => call('client/locale', change);
export const dismissMessage = (user: string, messageId: string) =>
  call('client/dismiss', { user, message_id: messageId });

export const autocomplete = (command: InvokeCommand): Promise<AutocompleteAnswer> =>
  call('client/autocomplete', command) as Promise<AutocompleteAnswer>;

const call = async (path: string, body?: object, files: Record<string, File> = {}): Promise<unknown> => {
  const response = await fetch(path, body ? post(body, files) : {}).catch(() => {
    throw new Error('The sandbox cannot be reached.');
  });
  if (response.status === 204) return undefined;
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw new Refused(refusal(answer) ?? `The sandbox answered ${response.status}.`);
  return answer;
};

/** JSON, or a form where files go with it. */
const post = (body: object, files: Record<string, File>): RequestInit => {
  const json = JSON.stringify(body);
  const attached = Object.entries(files);
  if (!attached.length) return { method: 'POST', headers: { 'content-type': 'application/json' }, body: json };
  const form = new FormData();
  form.set('payload_json', json);
  for (const [name, file] of attached) form.set(name, file);
  return { method: 'POST', body: form };
};

const refusal = (answer: unknown): string | undefined =>
  typeof answer === 'object' && answer !== null && 'message' in answer ? String(answer.message) : undefined;
