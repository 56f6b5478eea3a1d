/** Tells one call's events from another's. */
export const newNonce = (): string => crypto.randomUUID();
