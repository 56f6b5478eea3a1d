/** An item's bullet or number without its text. */
export const LONE_MARK = /^(?:[•◦▪‣●○]|\d{1,2}[.)]|\([a-z\d]{1,2}\))$/;

/** How a sentence or an item begins. */
export const BEGINS = /^["'“‘(]?[\p{Lu}\p{N}]/u;
