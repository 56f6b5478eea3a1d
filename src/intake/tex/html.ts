import type { Omission, OmissionReason } from '../blocks/types.ts';
import { escapeXml } from '../docx/xml.ts';
import { texToText } from '../formulas/tex.ts';
import { argument, commandAt, definitionAt, environmentAt, optionalArgument, Source } from './scan.ts';
import { accented, SIGNS } from './signs.ts';

export interface TexHtml {
  readonly html: string;
  readonly notes: readonly string[];
  /** Keys of what is cited, pictures drawn by commands, comments that are environments, files that are put in. */
  readonly omitted: readonly Omission[];
}

const SECTIONS: Readonly<Record<string, number>> = {
  part: 1,
  chapter: 1,
  section: 2,
  subsection: 3,
  subsubsection: 4,
  paragraph: 5,
  frametitle: 3,
};
/** Commands whose argument is read as text. */
const TAGS: Readonly<Record<string, string>> = { textbf: 'b', textsuperscript: 'sup', textsubscript: 'sub' };
const TEXT =
  /^(?:emph|textit|texttt|textsc|textrm|textsf|textsl|text|mbox|underline|uppercase|url|enquote|title|author|section)$/;
/** Commands of which a later argument is the text: where it stands, counted from 0. */
const LATER: Readonly<Record<string, number>> = {
  href: 1,
  textcolor: 1,
  colorbox: 1,
  parbox: 1,
  raisebox: 1,
  scalebox: 1,
  resizebox: 2,
  multicolumn: 2,
  multirow: 2,
};
const CITATION = /^(?:no)?(?:[cC]ite\w*|\w+cite)$/;
const ASIDE = /^(?:note|marginpar|todo|framesubtitle|footnotetext)$/;
/** Commands that are left out with their arguments. */
const LEFT_OUT =
  /^(?:label|ref|eqref|pageref|autoref|cref|Cref|index|vspace|hspace|includegraphics|usepackage|documentclass|bibliographystyle|pagestyle|thispagestyle|setcounter|addcontentsline|setlength|hypersetup|graphicspath|color)$/;
const LIST = /^(?:itemize|enumerate|description)$/;
const MATHS = /^(?:equation|align|gather|multline|eqnarray|displaymath|math|alignat|flalign)\*?$/;
const CODE = /^(?:verbatim|lstlisting|minted|Verbatim)\*?$/;
const TABLE = /^(?:tabular[x*]?|longtable|array)$/;
/** Environments that are left out, and why. */
const OMITTED: readonly (readonly [names: RegExp, reason: OmissionReason])[] = [
  [/^(?:tikzpicture|pspicture|picture)$/, 'pictures'],
  [/^comment$/, 'comments'],
  [/^filecontents\*?$/, 'files'],
];
/** Commands that say what another stands for. */
const DEFINES = /^(?:(?:re)?new(?:command|environment)|providecommand|[egx]?def|DeclareRobustCommand)$/;
/** Parts of a definition that are no words: commands, those with the name that follows them, parameters. */
const NO_WORDS = /\\(?:begin|end|math\w{1,20}|label|ref|[hv]space)\*?\s*\{[^{}]{0,100}\}|\\(?:[a-zA-Z@]+|.)|#+\d/g;
/** Commands that name a file whose text stands in their place. */
const FILE = /^(?:input|include|subfile|bibliography|addbibresource)$/;
/** What an environment is given first: how wide it is, how many columns it has. */
const MEASURE = /^[\d.,\s]*(?:\\\w+|cm|mm|pt|em|ex|in)?[\s\w.|@{}\\>]{0,3}$/;
/** What an environment is called in the text. */
const TITLED = /(?:^|,)\s*title\s*=\s*(?:\{([^{}]{1,300})\}|([^,\]]{1,300}))/;
const THEOREM =
  /^(?:theorem|thm|lemma|lem|proposition|prop|corollary|cor|definition|defn?|example|exercise|problem|question|solution|remark|claim|conjecture|axiom|proof)\*?$/;
/** Commands inside the arguments of others. */
const MAX_DEPTH = 100;

/** The body of a TeX document as HTML. What is nested too deeply stays as it is written. */
export function texHtml(body: string): TexHtml {
  const found = { notes: [] as string[], omitted: [] as Omission[] };
  return { html: new Writer(found).write(body, 0), ...found };
}

class Writer {
  private readonly found: { notes: string[]; omitted: Omission[] };

  constructor(found: { notes: string[]; omitted: Omission[] }) {
    this.found = found;
  }

  write(tex: string, depth: number): string {
    if (depth > MAX_DEPTH) return escapeXml(tex);
    const html: string[] = [];
    const source = new Source(tex);
    for (let at = 0; at < tex.length; ) {
      const next = tex.slice(at).search(/[\\$~{}]|``|''|-{2,3}|\n\s*\n/);
      if (next !== 0) {
        const end = next === -1 ? tex.length : at + next;
        html.push(escapeXml(tex.slice(at, end)));
        at = end;
        continue;
      }
      const piece = this.piece(source, at, depth);
      html.push(piece.html);
      at = Math.max(at + 1, piece.end);
    }
    return html.join('');
  }

  private piece(source: Source, at: number, depth: number): Piece {
    const { text: tex } = source;
    const char = tex[at] ?? '';
    if (char === '\\') return this.command(source, at, depth);
    if (char === '$') return maths(tex, at);
    if (char === '~') return { html: ' ', end: at + 1 };
    if (char === '{' || char === '}') return { html: '', end: at + 1 };
    if (char === '\n') return { html: '<br><br>', end: at + (/^\s+/.exec(tex.slice(at, at + 200))?.[0].length ?? 1) };
    if (char === '-') {
      const dash = tex.startsWith('---', at) ? '—' : '–';
      return { html: dash, end: at + (dash === '—' ? 3 : 2) };
    }
    return { html: char === '`' ? '“' : '”', end: at + 2 };
  }

  private command(tex: Source, at: number, depth: number): Piece {
    const { name, end } = commandAt(tex, at);
    if (name === '(' || name === '[') return maths(tex.text, at);
    if (name === 'verb' || name === 'verb*') return verbatim(tex.text, end);
    if (name === 'begin') return this.environment(tex, at, depth);
    if (name === '\\') return { html: '<br>', end: optionalArgument(tex, end).end };
    const sign = SIGNS[name] ?? accented(tex, name, end);
    if (sign !== undefined)
      return typeof sign === 'string' ? { html: escapeXml(sign), end } : { ...sign, html: escapeXml(sign.html) };
    if (DEFINES.test(name.replace(/\*$/, ''))) {
      const { text, end: after } = definitionAt(tex, end, /environment/.test(name));
      return wordsIn(text) === '' ? { html: '', end: after } : this.omit('hidden', wordsIn(text), after);
    }
    const optional = optionalArgument(tex, end);
    if (CITATION.test(name)) {
      const second = optionalArgument(tex, optional.end);
      const keys = argument(tex, second.end);
      this.omit('references', keys.text);
      return { html: '', end: keys.end };
    }
    const first = argument(tex, optional.end);
    return this.textCommand(name.replace(/\*$/, ''), first, end, tex, depth);
  }

  private textCommand(name: string, first: Argument, end: number, tex: Source, depth: number): Piece {
    const text = () => this.write(first.text, depth + 1);
    const level = SECTIONS[name];
    if (level !== undefined) return { html: `<h${level}>${text()}</h${level}>`, end: first.end };
    if (name === 'caption') return { html: `<p class="caption">${text()}</p>`, end: first.end };
    // What a speaker says beside a slide, or an author to the next one.
    if (ASIDE.test(name)) return { html: `<p>${text()}</p>`, end: first.end };
    if (name === 'footnote') {
      this.found.notes.push(text());
      return { html: '', end: first.end };
    }
    const later = LATER[name];
    if (later !== undefined) {
      let shown = first;
      for (let i = 0; i < later; i++) shown = argument(tex, optionalArgument(tex, shown.end).end);
      return { html: this.write(shown.text, depth + 1), end: shown.end };
    }
    const tag = TAGS[name];
    if (tag !== undefined) return { html: `<${tag}>${text()}</${tag}>`, end: first.end };
    if (TEXT.test(name)) return { html: text(), end: first.end };
    if (FILE.test(name)) return this.omit('files', first.text, first.end);
    // A command that only changes the type, such as \large, ends with its name.
    return { html: '', end: LEFT_OUT.test(name) ? argument(tex, first.end).end : end };
  }

  private environment(tex: Source, at: number, depth: number): Piece {
    const { name, body, end } = environmentAt(tex, at);
    if (CODE.test(name)) return { html: `<pre>${escapeXml(body.replace(/^\[[^\]]*\]/, ''))}</pre>`, end };
    if (MATHS.test(name)) return { html: `<p>${escapeXml(displayed(body))}</p>`, end };
    const reason = OMITTED.find(([names]) => names.test(name))?.[1];
    if (reason !== undefined) return this.omit(reason, body, end);
    if (LIST.test(name)) return { html: this.list(name, body, depth), end };
    if (TABLE.test(name)) return { html: this.table(name, body, depth), end };
    if (name === 'thebibliography') return { html: this.bibliography(body, depth), end };
    return { html: `<div>${this.box(name, body, depth)}</div>`, end };
  }

  private omit(reason: OmissionReason, text: string, end = 0): Piece {
    this.found.omitted.push({ reason, text });
    return { html: '', end };
  }

  /** An environment with what it is given first: the title of a slide or a box, the name of a theorem; widths are none. */
  private box(name: string, body: string, depth: number): string {
    const source = new Source(body);
    const options = optionalArgument(source, 0);
    const [, braced, bare] = TITLED.exec(options.text) ?? [];
    const titles = [braced ?? bare ?? ''];
    let end = options.end;
    for (let next = argument(source, end); next.end > end; next = argument(source, end)) {
      if (!MEASURE.test(next.text)) titles.push(next.text);
      end = next.end;
      if (/^\s/.test(body.slice(end))) break;
    }
    const [first = '', ...others] = titles
      .filter((title) => /[\p{L}\p{N}]/u.test(title))
      .map((title) => this.write(title, depth + 1));
    const tag = name === 'frame' ? 'h3' : 'p';
    const head = first === '' ? '' : `<${tag}>${first}</${tag}>`;
    const named = THEOREM.test(name) && options.text !== '' ? `(${this.write(options.text, depth + 1)}) ` : '';
    const inner = named + this.write(body.slice(end).trimStart(), depth + 1);
    return head + others.map((title) => `<p>${title}</p>`).join('') + inner;
  }

  private list(name: string, body: string, depth: number): string {
    const items = itemsOf(body).map((item) => {
      const label = optionalArgument(new Source(item), 0);
      const text = this.write(item.slice(label.end).trim(), depth + 1);
      return { term: label.text === '' ? '' : this.write(label.text, depth + 1), text };
    });
    if (name === 'description' && items.every(({ term }) => term !== ''))
      return `<dl>${items.map(({ term, text }) => `<dt>${term}</dt><dd>${text}</dd>`).join('')}</dl>`;
    const tag = name === 'enumerate' ? 'ol' : 'ul';
    const lines = items.map(({ term, text }) => `<li>${term === '' ? '' : `<b>${term}</b> `}${text}</li>`);
    return `<${tag}>${lines.join('')}</${tag}>`;
  }

  private table(name: string, body: string, depth: number): string {
    const source = new Source(body);
    const first = argument(source, optionalArgument(source, 0).end);
    // Before its columns such a table says how wide it is.
    const rows = /[x*]$/.test(name) ? argument(source, optionalArgument(source, first.end).end) : first;
    const lines = body
      .slice(rows.end)
      .split(/\\\\(?:\[[^\]]{0,100}\])?/)
      .map((line) => line.replace(/\\(?:hline|toprule|midrule|bottomrule|cline\{[^}]{0,100}\})/g, '').trim());
    const cells = lines
      .filter((line) => line !== '')
      .map((line) => line.split(/(?<!\\)&/).map((cell) => `<td>${this.write(cell.trim(), depth + 1)}</td>`));
    return `<table>${cells.map((row) => `<tr>${row.join('')}</tr>`).join('')}</table>`;
  }

  private bibliography(body: string, depth: number): string {
    const entries = body.split(/\\bibitem(?:\[[^\]]{0,300}\])?\{[^}]{0,300}\}/).slice(1);
    return `<ol class="references">${entries.map((entry) => `<li>${this.write(entry.trim(), depth + 1)}</li>`).join('')}</ol>`;
  }
}

interface Piece {
  readonly html: string;
  /** Where what follows begins. */
  readonly end: number;
}

/** What a definition says wherever the command stands that it defines: nothing is expanded. */
const wordsIn = (definition: string): string => {
  const words = definition
    .replace(NO_WORDS, ' ')
    .replace(/[{}[\]$&~\s]+/g, ' ')
    .trim();
  return /\p{L}\p{M}*\p{L}/u.test(words) ? words : '';
};

/** What the definitions before the text say. */
export function definedIn(preamble: string): Omission[] {
  const source = new Source(preamble);
  return [...preamble.matchAll(/\\([a-zA-Z]+)\*?/g)].flatMap(({ 0: command, 1: name = '', index }): Omission[] => {
    const text = DEFINES.test(name)
      ? wordsIn(definitionAt(source, index + command.length, /environment/.test(name)).text)
      : '';
    return text === '' ? [] : [{ reason: 'hidden', text }];
  });
}

/** Between two signs of any kind. */
function verbatim(tex: string, at: number): Piece {
  const to = tex.indexOf(tex[at] ?? '\n', at + 1);
  return to === -1 ? { html: '', end: at } : { html: escapeXml(tex.slice(at + 1, to)), end: to + 1 };
}

type Argument = ReturnType<typeof argument>;

/** An environment of formulas; one that is longer than any is left as it is written. */
const displayed = (body: string): string => (body.length > MAX_DISPLAY ? body : texToText(withoutLabels(body)));

const withoutLabels = (maths: string): string =>
  maths.replace(/\\(?:label|nonumber|notag)(?:\{[^}]{0,300}\})?/g, '').replace(/&/g, ' ');

const CLOSING: readonly (readonly [open: string, close: string])[] = [
  ['$$', '$$'],
  ['$', '$'],
  ['\\(', '\\)'],
  ['\\[', '\\]'],
];
/** Longer formulas, in characters, are none: a sign of money opens them. */
const MAX_FORMULA = 2_000;
const MAX_DISPLAY = 20_000;

function maths(tex: string, at: number): Piece {
  const [open = '', close = ''] = CLOSING.find(([sign]) => tex.startsWith(sign, at)) ?? [];
  const from = at + open.length;
  const length = tex.slice(from, from + MAX_FORMULA).indexOf(close);
  if (length === -1) return { html: escapeXml(open), end: from };
  return {
    html: escapeXml(texToText(withoutLabels(tex.slice(from, from + length)))),
    end: from + length + close.length,
  };
}

/** The items of a list, those of lists inside it with theirs. */
function itemsOf(body: string): string[] {
  const items: string[] = [];
  let depth = 0;
  let from = -1;
  for (const { 0: sign, index } of body.matchAll(/\\(?:begin|end|item)\b/g)) {
    if (sign === '\\begin') depth++;
    else if (sign === '\\end') depth--;
    else if (depth === 0) {
      if (from !== -1) items.push(body.slice(from, index));
      from = index + sign.length;
    }
  }
  return from === -1 ? items : [...items, body.slice(from)];
}
