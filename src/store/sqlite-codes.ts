/** Runs `work`; false where another connection holds the database. */
export async function unlessBusy(work: () => unknown): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (/^SQLITE_(BUSY|LOCKED)/.test(codeOf(error))) return false;
    throw error;
  }
}

/** SQLite's name for what went wrong, such as `SQLITE_BUSY`; '' for any other error. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  // libsql names no extended code; the lowest byte is the plain one (https://sqlite.org/rescode.html).
  const extended = /^UNKNOWN_SQLITE_ERROR_(\d+)$/.exec(code)?.[1];
  return extended === undefined ? code : (PLAIN_CODES[Number(extended) & 0xff] ?? code);
}

const PLAIN_CODES: Readonly<Record<number, string>> = {
  5: 'SQLITE_BUSY',
  6: 'SQLITE_LOCKED',
  7: 'SQLITE_NOMEM',
  8: 'SQLITE_READONLY',
  10: 'SQLITE_IOERR',
  11: 'SQLITE_CORRUPT',
  13: 'SQLITE_FULL',
  14: 'SQLITE_CANTOPEN',
  26: 'SQLITE_NOTADB',
};
