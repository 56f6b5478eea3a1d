/** Discord's own ids, shown as names by its app. A reply pings nobody, so these only name. */
export const mentionRole = (id: string): string => `<@&${digits(id)}>`;
/** A channel, which its name leads to. */
export const mentionChannel = (id: string): string => `<#${digits(id)}>`;
export const mentionUser = (id: string): string => `<@${digits(id)}>`;

/** "3 days ago", in the reader's language and time. `at` is in milliseconds since 1970. */
export const timeAgo = (at: number): string => `<t:${Math.floor(at / 1000)}:R>`;

/** These stand unescaped in a message: whatever is no id must not get there. */
const digits = (id: string): string => id.replace(/\D/g, '');
