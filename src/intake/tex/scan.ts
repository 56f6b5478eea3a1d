export interface Found {
  readonly text: string;
  /** Where what follows begins. */
  readonly end: number;
}

const COMMAND = /\\(?:([a-zA-Z@]+\*?)[ \t]*\n?[ \t]*|([\s\S]|$))/y;
const PARAMETERS = /(?:#\d)*/y;
const BLANK = /[ \t]*\n?[ \t]*/y;

/** The command at a backslash. */
export function commandAt({ text: tex }: Source, at: number): { name: string; end: number } {
  COMMAND.lastIndex = at;
  const [all = '\\', word, sign] = COMMAND.exec(tex) ?? [];
  return { name: word ?? sign ?? '', end: at + all.length };
}

/** What stands in braces there; empty where none open. */
export const argument = (tex: Source, at: number): Found => bracketed(tex, at, '{');

/** What stands in brackets there; empty where none open. */
export const optionalArgument = (tex: Source, at: number): Found => bracketed(tex, at, '[');

function bracketed(tex: Source, at: number, open: '{' | '['): Found {
  BLANK.lastIndex = at;
  const from = at + (BLANK.exec(tex.text)?.[0].length ?? 0);
  const to = tex.text[from] === open ? tex.closes(from) : undefined;
  return to === undefined ? { text: '', end: at } : { text: tex.text.slice(from + 1, to), end: to + 1 };
}

/** What a command is said to stand for, after its name and how many arguments it has; of an environment what begins and ends it. */
export function definitionAt(tex: Source, at: number, isEnvironment: boolean): Found {
  let { end } = argument(tex, at);
  if (end === at && tex.text[at] === '\\') ({ end } = commandAt(tex, at));
  PARAMETERS.lastIndex = end;
  end += PARAMETERS.exec(tex.text)?.[0].length ?? 0;
  for (let next = optionalArgument(tex, end); next.end > end; next = optionalArgument(tex, end)) end = next.end;
  const first = argument(tex, end);
  if (!isEnvironment) return first;
  const second = argument(tex, first.end);
  return { text: `${first.text} ${second.text}`, end: second.end };
}

/** An environment from its \begin to its \end; an empty one where it has no end. */
export function environmentAt(tex: Source, at: number): { name: string; body: string; end: number } {
  const { text: name, end: from } = argument(tex, commandAt(tex, at).end);
  const close = tex.ends(at);
  if (close === undefined) return { name, body: '', end: from };
  return { name, body: tex.text.slice(from, close.from), end: close.end };
}

/** TeX with what closes each brace, bracket and environment, found in one pass: many of them may never be closed. */
export class Source {
  readonly text: string;
  private brackets: ReadonlyMap<number, number> | undefined;
  private environments: ReadonlyMap<number, Close> | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** Where the brace or bracket closes that opens at a place. */
  closes(at: number): number | undefined {
    this.brackets ??= bracketsOf(this.text);
    return this.brackets.get(at);
  }

  /** The \end of the \begin at a place. */
  ends(at: number): Close | undefined {
    this.environments ??= environmentsOf(this.text);
    return this.environments.get(at);
  }
}

interface Close {
  readonly from: number;
  /** Where what follows begins. */
  readonly end: number;
}

function bracketsOf(tex: string): Map<number, number> {
  const closes = new Map<number, number>();
  const open = { '}': [] as number[], ']': [] as number[] };
  for (let i = 0; i < tex.length; i++) {
    const char = tex[i];
    if (char === '\\') i++;
    else if (char === '{') open['}'].push(i);
    else if (char === '[') open[']'].push(i);
    else if (char === '}' || char === ']') {
      const from = open[char].pop();
      if (from !== undefined) closes.set(from, i);
    }
  }
  return closes;
}

function environmentsOf(tex: string): Map<number, Close> {
  const closes = new Map<number, Close>();
  const open = new Map<string, number[]>();
  for (const { 0: sign, 1: kind, 2: name = '', index } of tex.matchAll(/\\(begin|end)\s{0,20}\{([^{}\n]{1,100})\}/g)) {
    const begins = open.get(name) ?? [];
    open.set(name, begins);
    if (kind === 'begin') begins.push(index);
    else {
      const from = begins.pop();
      if (from !== undefined) closes.set(from, { from: index, end: index + sign.length });
    }
  }
  return closes;
}
