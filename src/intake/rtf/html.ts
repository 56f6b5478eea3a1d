import type { About } from '../about/about.ts';
import type { Omission } from '../blocks/types.ts';
import { decodeAs } from '../detect/decode.ts';
import { escapeXml } from '../docx/xml.ts';
import { Unreadable } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import { writeMark } from '../pages/numbers.ts';
import { encodingOfCharset, encodingOfCodePage } from './charsets.ts';
import { type Token, tokensOf } from './tokens.ts';

export interface RtfHtml {
  readonly html: string;
  readonly notes: readonly string[];
  readonly omitted: readonly Omission[];
  readonly about: About;
}

/** Groups without text of the document. */
const SKIPPED =
  /^(?:info|pn|colortbl|pict|object|objdata|themedata|colorschememapping|datastore|latentstyles|listtable|listoverridetable|rsidtbl|generator|xmlnstbl|filetbl|revtbl|bkmkstart|bkmkend|nonshppict|shppict|shpinst|do|pntxta|pntxtb|template|operator|userprops|atnid|atnauthor|private|nonesttables|upr)$/;
/** Groups whose text is put aside, and as what. */
const ASIDE: readonly (readonly [words: RegExp, target: Target])[] = [
  [/^footnote$/, 'note'],
  [/^annotation$/, 'comments'],
  [/^(?:header|footer)[lrf]?$/, 'runningHeads'],
  [/^(?:xe|tc|tcn)$/, 'hidden'],
  [/^moMath$/, 'formulas'],
  [/^(?:listtext|pntext)$/, 'mark'],
  [/^fonttbl$/, 'fonts'],
  [/^stylesheet$/, 'styles'],
  [/^fldinst$/, 'field'],
  // What a shape looks like to old programs: the same text once more.
  [/^shprslt$/, 'nothing'],
];
/** A field that lists headings, figures or tables with their pages. */
const CONTENTS = /^\s*TO[CA]\b/;
/** What stands around a formula. */
const FORMULA = /^(?:moMathPara|mmathPara|mmath)$/;
/** Properties of drawings that hold words. */
const DESCRIPTION = /^(?:wzDescription|gtextUNICODE)$/;
/** The sign of an item that counts: "2.", "(b)", "iv)". A letter alone is a bullet of a font of signs. */
const COUNTED = /^\(?(?:[\p{N}.]+|\p{L}{1,6}(?=[.):]))[.):]*$/u;
const SIGNS: Readonly<Record<string, string>> = {
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  tab: ' ',
  line: '\n',
  '~': ' ',
  _: '-',
  '\\': '\\',
  '{': '{',
  '}': '}',
};

const SHIFTS: Readonly<Record<string, 'sup' | 'sub' | undefined>> = { super: 'sup', sub: 'sub', nosupersub: undefined };
/** Text that is hidden, was deleted, or was moved away. */
const HIDING = /^(?:v|deleted|mvf)$/;
const MAX_FALLBACK = 10;

/** Text that is left out, under its reason. */
const LEFT_OUT = ['hidden', 'comments', 'runningHeads', 'contents', 'formulas', 'pictures', 'files'] as const;
type Omitted = (typeof LEFT_OUT)[number];
/** In a group that is skipped some groups are read; in one that is nothing, none. */
type Target =
  | Omitted
  | 'text'
  | 'note'
  | 'skip'
  | 'nothing'
  | 'fonts'
  | 'styles'
  | 'title'
  | 'author'
  | 'mark'
  | 'field'
  | 'name';

interface State {
  target: Target;
  /** Where the text of the group around goes. */
  around: Target;
  /** What closing this group ends. */
  owns: boolean;
  isHidden: boolean;
  shift: 'sup' | 'sub' | undefined;
  font: number;
  /** Characters that stand for a Unicode sign in old programs, to be passed over. */
  fallback: number;
}

/** The text of a document in RTF as HTML. Groups may be nested as deeply as elements of a page. */
export function rtfHtml(rtf: string): RtfHtml {
  return new Writer().write(rtf);
}

class Writer {
  private state: State = {
    target: 'text',
    around: 'text',
    owns: false,
    isHidden: false,
    shift: undefined,
    font: 0,
    fallback: 1,
  };
  private readonly stack: State[] = [];
  private readonly html: string[] = [];
  private readonly texts: Record<Target, string[]> = {
    text: [],
    note: [],
    skip: [],
    nothing: [],
    hidden: [],
    comments: [],
    runningHeads: [],
    contents: [],
    formulas: [],
    pictures: [],
    files: [],
    fonts: [],
    styles: [],
    title: [],
    author: [],
    mark: [],
    field: [],
    name: [],
  };
  private readonly notes: string[] = [];
  private readonly omitted: Omission[] = [];
  private readonly fonts = new Map<number, string>();
  private readonly levels = new Map<number, number>();
  private bytes: number[] = [];
  private toSkip = 0;
  private encoding = 'windows-1252';
  private optional = false;
  private paragraph = { level: 0, style: 0, isList: false, inTable: false };
  private cells: string[] = [];
  private rows: string[] = [];
  private list: 'ol' | 'ul' | undefined;
  private style = 0;

  write(rtf: string): RtfHtml {
    for (const token of tokensOf(rtf)) this.take(token);
    this.flushBytes();
    this.endParagraph();
    this.endTable();
    this.endList();
    const title = this.texts.title.join('').trim();
    const author = this.texts.author.join('').trim();
    return {
      html: this.html.join(''),
      notes: this.notes,
      omitted: this.omitted,
      about: { ...(title === '' ? {} : { title }), ...(author === '' ? {} : { authors: [author] }) },
    };
  }

  private take(token: Token): void {
    if (token.type === 'text') {
      // A picture is megabytes of digits.
      if (this.isPassedOver()) return;
      // A letter may be the second byte of a sign: plain text is bytes, too.
      for (const char of token.text.slice(this.toSkip)) this.bytes.push(char.charCodeAt(0));
      this.toSkip = Math.max(0, this.toSkip - token.text.length);
      return;
    }
    this.flushBytes();
    if (token.type === 'open') this.open();
    else if (token.type === 'close') this.close();
    else if (token.type === 'word') this.control(token.word, token.value);
  }

  private open(): void {
    if (this.stack.length >= LIMITS.htmlDepth) throw new Unreadable('tooDeep');
    this.stack.push(this.state);
    this.state = { ...this.state, owns: false };
    this.optional = false;
    this.toSkip = 0;
  }

  private close(): void {
    const { target, owns } = this.state;
    if (owns && target === 'note') this.notes.push(this.texts.note.splice(0).join('').trim());
    else if (owns) this.putAside(target);
    this.state = this.stack.pop() ?? this.state;
    this.toSkip = 0;
  }

  private isPassedOver(): boolean {
    return this.state.target === 'skip' || this.state.target === 'nothing';
  }

  private enter(target: Target): void {
    if (this.isPassedOver()) return;
    this.state.around = this.state.target;
    this.state.target = target;
    this.state.owns = true;
    if (target === 'field' || target === 'mark') this.texts[target] = [];
  }

  /** Counts what was left out under its reason. */
  private putAside(target: Target): void {
    const text = this.texts[target].join('');
    const reason = LEFT_OUT.find((one) => one === target);
    if (reason === undefined || text === '') return;
    // Equations of old programs are such files, too.
    this.omitted.push({ reason: reason === 'files' && /^Equation/.test(text) ? 'formulas' : reason, text });
    this.texts[target] = [];
  }

  private control(word: string, value: number | undefined): void {
    const isOptional = this.optional;
    this.optional = word === '*';
    if (this.destination(word, isOptional) || this.isPassedOver()) return;
    const { target } = this.state;
    if (target === 'fonts') this.declareFont(word, value ?? 0);
    else if (target === 'styles') this.declareStyle(word, value ?? 0);
    else this.format(word, value);
  }

  private declareFont(word: string, value: number): void {
    if (word === 'f') this.state.font = value;
    const encoding = word === 'fcharset' ? encodingOfCharset(value) : undefined;
    if (encoding !== undefined) this.fonts.set(this.state.font, encoding);
  }

  private declareStyle(word: string, value: number): void {
    if (word === 's') this.style = value;
    if (word === 'outlinelevel') this.levels.set(this.style, value + 1);
  }

  /** Programs that give no level of the outline call the style by it, in English whatever their own language. */
  private nameStyle(name: string): void {
    const level = /^\s*heading ([1-9])\b/i.exec(name)?.[1];
    if (level !== undefined && !this.levels.has(this.style)) this.levels.set(this.style, Number(level));
  }

  /** Whether the word begins a group of its own. */
  private destination(word: string, isOptional: boolean): boolean {
    const aside = ASIDE.find(([words]) => words.test(word))?.[1];
    if (aside !== undefined) this.enter(aside);
    else if (word === 'fldrslt' && CONTENTS.test(this.texts.field.join(''))) this.enter('contents');
    else if (this.property(word)) return true;
    else if (SKIPPED.test(word) || (isOptional && !FORMULA.test(word))) this.enter('skip');
    else return false;
    if (aside === 'mark' && this.state.target === 'mark') this.paragraph.isList = true;
    return true;
  }

  /** What stands in groups that are passed over otherwise: title and author, the text of shapes, the Unicode form of a text. */
  private property(word: string): boolean {
    const { state } = this;
    if (state.target !== 'skip') return false;
    if (word === 'title' || word === 'author') state.target = word;
    else if (word === 'shptxt' || word === 'dptxbxtext' || word === 'result') {
      this.endParagraph();
      state.target = 'text';
    } else if (word === 'ud') state.target = state.around;
    else if (word === 'sn') {
      state.target = 'name';
      this.texts.name = [];
    } else if (word === 'sv' && DESCRIPTION.test(this.texts.name.join(''))) this.hold('pictures');
    else if (word === 'objclass') this.hold('files');
    else return false;
    return true;
  }

  private hold(target: Target): void {
    this.state.target = target;
    this.state.owns = true;
  }

  private format(word: string, value: number | undefined): void {
    const { state } = this;
    const isOn = value !== 0;
    if (word in SIGNS) this.say(SIGNS[word] ?? '');
    else if (word === 'u') this.unicode(value ?? 0);
    else if (word === 'uc') state.fallback = Math.min(MAX_FALLBACK, Math.max(0, value ?? 1));
    else if (word === 'f') state.font = value ?? 0;
    else if (HIDING.test(word)) state.isHidden = isOn;
    else if (word in SHIFTS) state.shift = SHIFTS[word];
    else if (word === 'plain') Object.assign(state, { isHidden: false, shift: undefined });
    else if (state.target === 'text') this.structure(word, value);
    else if (word === 'par') this.say(state.target === 'note' ? ' ' : '\n');
  }

  private unicode(value: number): void {
    this.say(String.fromCharCode((value + 65_536) % 65_536));
    this.toSkip = this.state.fallback;
  }

  private structure(word: string, value: number | undefined): void {
    const { paragraph } = this;
    if (word === 'ansicpg') this.encoding = encodingOfCodePage(value ?? 1252);
    else if (word === 'mac') this.encoding = 'macintosh';
    else if (word === 'pard') this.paragraph = { level: 0, style: 0, isList: false, inTable: false };
    else if (word === 's') paragraph.style = value ?? 0;
    else if (word === 'outlinelevel') paragraph.level = (value ?? 0) + 1;
    else if (word === 'ls') paragraph.isList = true;
    else if (word === 'intbl') paragraph.inTable = true;
    else if (word === 'par' || word === 'sect' || word === 'page') this.endParagraph();
    else if (word === 'cell') this.cells.push(`<td>${this.texts.text.splice(0).join('')}</td>`);
    else if (word === 'nestcell') this.texts.text.push(' ');
    else if (word === 'row') this.rows.push(`<tr>${this.cells.splice(0).join('')}</tr>`);
  }

  private flushBytes(): void {
    if (this.bytes.length === 0) return;
    const bytes = Uint8Array.from(this.bytes);
    this.bytes = [];
    const encoding = this.fonts.get(this.state.font) ?? this.encoding;
    if (!this.isPassedOver()) this.say(decodeAs(bytes, encoding) ?? decodeAs(bytes, 'windows-1252') ?? '');
  }

  private say(text: string): void {
    const { target, isHidden, shift } = this.state;
    if (target === 'styles') this.nameStyle(text);
    if (this.isPassedOver() || target === 'fonts' || target === 'styles') return;
    if (isHidden && (target === 'text' || target === 'note')) this.texts.hidden.push(text);
    else if (target === 'text' || target === 'note') {
      const html = escapeXml(text).replace(/\n/g, '<br>');
      this.texts[target].push(shift === undefined ? html : `<${shift}>${html}</${shift}>`);
    } else this.texts[target].push(text);
  }

  private endParagraph(): void {
    this.putAside('hidden');
    const { level, style, isList, inTable } = this.paragraph;
    if (inTable) {
      if (this.texts.text.length > 0) this.texts.text.push(' ');
      return;
    }
    const html = this.texts.text.splice(0).join('');
    const mark = this.texts.mark.splice(0).join('').trim();
    this.endTable();
    if (html.trim() === '') return;
    const heading = Math.min(6, level || (this.levels.get(style) ?? 0));
    if (isList && heading === 0) {
      this.item(html, mark);
      return;
    }
    this.endList();
    this.html.push(heading > 0 ? `<h${heading}>${html}</h${heading}>` : `<p>${html}</p>`);
  }

  private item(html: string, mark: string): void {
    const list = COUNTED.test(mark) ? 'ol' : 'ul';
    if (this.list !== list) {
      this.endList();
      this.html.push(`<${list}>`);
      this.list = list;
    }
    this.html.push(`<li>${list === 'ol' ? writeMark(mark) : ''}${html}</li>`);
  }

  private endTable(): void {
    if (this.cells.length > 0) this.rows.push(`<tr>${this.cells.splice(0).join('')}</tr>`);
    if (this.rows.length === 0) return;
    this.endList();
    this.html.push(`<table>${this.rows.splice(0).join('')}</table>`);
  }

  private endList(): void {
    if (this.list !== undefined) this.html.push(`</${this.list}>`);
    this.list = undefined;
  }
}
