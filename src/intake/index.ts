export const writeArchive = (_: ReadonlyMap<string, string>): Uint8Array => new Uint8Array();
