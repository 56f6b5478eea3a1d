import type { APIMessage } from 'discord-api-types/v10';

/** What a message says, its components' texts included, as it was written. */
export const messageText = (message: APIMessage): string =>
  [message.content, ...(message.components ?? []).flatMap(textsOf)].filter(Boolean).join('\n');

const textsOf = (component: object): string[] => {
  if ('content' in component && typeof component.content === 'string') return [component.content];
  return 'components' in component && Array.isArray(component.components) ? component.components.flatMap(textsOf) : [];
};
