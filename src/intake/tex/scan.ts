export interface Found {
  readonly text: string;
  /** Where what follows begins. */
  readonly end: number;
}

const COMMAND = /\\(?:([a-zA-Z@]+\*?)[ \t]*\n?[ \t]*|([\s\S]|$))/y;
const BLANK = /[ \t]*\n?[ \t]*/y;

/** The command at a backslash. */
export function commandAt(tex: string, at: number): { name: string; end: number } {
  COMMAND.lastIndex = at;
  const [all = '\\', word, sign] = COMMAND.exec(tex) ?? [];
  return { name: word ?? sign ?? '', end: at + all.length };
}

/** What stands in braces there; empty where none open. */
export const argument = (tex: string, at: number): Found => bracketed(tex, at, '{', '}');

/** What stands in brackets there; empty where none open. */
export const optionalArgument = (tex: string, at: number): Found => bracketed(tex, at, '[', ']');

function bracketed(tex: string, at: number, open: string, close: string): Found {
  BLANK.lastIndex = at;
  const from = at + (BLANK.exec(tex)?.[0].length ?? 0);
  if (tex[from] !== open) return { text: '', end: at };
  let depth = 0;
  for (let i = from; i < tex.length; i++) {
    if (tex[i] === '\\') i++;
    else if (tex[i] === open) depth++;
    else if (tex[i] === close && --depth === 0) return { text: tex.slice(from + 1, i), end: i + 1 };
  }
  return { text: '', end: at };
}

/** An environment from its \begin to its \end; an empty one where it has no end. */
export function environmentAt(tex: string, at: number): { name: string; body: string; end: number } {
  const { text: name, end: from } = argument(tex, commandAt(tex, at).end);
  const signs = new RegExp(`\\\\(begin|end)\\s*\\{${name.replace(/[^a-zA-Z]/g, '\\$&')}\\}`, 'g');
  signs.lastIndex = from;
  let depth = 1;
  for (let found = signs.exec(tex); found !== null; found = signs.exec(tex)) {
    depth += found[1] === 'begin' ? 1 : -1;
    if (depth === 0) return { name, body: tex.slice(from, found.index), end: found.index + found[0].length };
  }
  return { name, body: '', end: from };
}
