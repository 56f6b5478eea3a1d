import type { About } from '../about/about.ts';
import { decodeAs } from '../detect/decode.ts';
import { escapeXml } from '../docx/xml.ts';
import { Unreadable } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import { encodingOfCharset, encodingOfCodePage } from './charsets.ts';
import { type Token, tokensOf } from './tokens.ts';

export interface RtfHtml {
  readonly html: string;
  readonly notes: readonly string[];
  readonly hidden: readonly string[];
  /** Page heads and feet. */
  readonly running: readonly string[];
  readonly about: About;
}

/** Groups without text of the document. */
const SKIPPED =
  /^(?:colortbl|pict|object|objdata|fldinst|themedata|colorschememapping|datastore|latentstyles|listtable|listoverridetable|rsidtbl|generator|xmlnstbl|filetbl|revtbl|bkmkstart|bkmkend|nonshppict|shppict|shpinst|pntxta|pntxtb|template|operator|userprops|atnid|atnauthor|private)$/;
const RUNNING = /^(?:header|footer)[lrf]?$/;
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
const MAX_FALLBACK = 10;

type Target = 'text' | 'note' | 'skip' | 'hidden' | 'running' | 'fonts' | 'styles' | 'title' | 'author' | 'mark';

interface State {
  target: Target;
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
  private state: State = { target: 'text', owns: false, isHidden: false, shift: undefined, font: 0, fallback: 1 };
  private readonly stack: State[] = [];
  private readonly html: string[] = [];
  private readonly texts: Record<Target, string[]> = {
    text: [],
    note: [],
    skip: [],
    hidden: [],
    running: [],
    fonts: [],
    styles: [],
    title: [],
    author: [],
    mark: [],
  };
  private readonly collected = { notes: [] as string[], hidden: [] as string[], running: [] as string[] };
  private readonly fonts = new Map<number, string>();
  private readonly levels = new Map<number, number>();
  private bytes: number[] = [];
  private toSkip = 0;
  private encoding = 'windows-1252';
  private optional = false;
  private paragraph = { level: 0, style: 0, isList: false, inTable: false };
  private cells: string[] = [];
  private rows: string[] = [];
  private isInList = false;
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
      notes: this.collected.notes,
      running: this.collected.running,
      hidden: [this.collected.hidden.join('')],
      about: { ...(title === '' ? {} : { title }), ...(author === '' ? {} : { authors: [author] }) },
    };
  }

  private take(token: Token): void {
    if (token.type === 'text') {
      // A picture is megabytes of digits.
      if (this.state.target === 'skip') return;
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
    if (owns && target === 'note') this.collected.notes.push(this.texts.note.splice(0).join('').trim());
    if (owns && target === 'running') this.collected.running.push(this.texts.running.splice(0).join(''));
    this.state = this.stack.pop() ?? this.state;
    this.toSkip = 0;
  }

  private enter(target: Target): void {
    if (this.state.target === 'skip') return;
    this.state.target = target;
    this.state.owns = true;
  }

  private control(word: string, value: number | undefined): void {
    const isOptional = this.optional;
    this.optional = word === '*';
    if (this.destination(word, isOptional) || this.state.target === 'skip') return;
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
    if (word === 'footnote') this.enter('note');
    else if (word === 'annotation') this.enter('hidden');
    else if (RUNNING.test(word)) this.enter('running');
    else if (word === 'fonttbl') this.enter('fonts');
    else if (word === 'stylesheet') this.enter('styles');
    else if (word === 'info') this.enter('skip');
    else if (word === 'listtext' || word === 'pntext') this.enter('mark');
    else if (word === 'pn') this.enter('skip');
    else if (SKIPPED.test(word) || (isOptional && word !== 'fldinst')) this.enter('skip');
    else return this.property(word);
    if (word === 'listtext' || word === 'pntext') this.paragraph.isList = true;
    return true;
  }

  /** Title, author and the text of a shape stand in groups that are passed over otherwise. */
  private property(word: string): boolean {
    if (this.state.target !== 'skip') return false;
    if (word === 'title' || word === 'author') this.state.target = word;
    else if (word === 'shptxt') {
      this.endParagraph();
      this.state.target = 'text';
    } else return false;
    return true;
  }

  private format(word: string, value: number | undefined): void {
    const { state } = this;
    const isOn = value !== 0;
    if (word in SIGNS) this.say(SIGNS[word] ?? '');
    else if (word === 'u') this.unicode(value ?? 0);
    else if (word === 'uc') state.fallback = Math.min(MAX_FALLBACK, Math.max(0, value ?? 1));
    else if (word === 'f') state.font = value ?? 0;
    else if (word === 'v' || word === 'deleted') state.isHidden = isOn;
    else if (word in SHIFTS) state.shift = SHIFTS[word];
    else if (word === 'plain') Object.assign(state, { isHidden: false, shift: undefined });
    else if (state.target === 'note' && word === 'par') this.say(' ');
    else if (state.target === 'text') this.structure(word, value);
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
    else if (word === 'row') this.rows.push(`<tr>${this.cells.splice(0).join('')}</tr>`);
  }

  private flushBytes(): void {
    if (this.bytes.length === 0) return;
    const bytes = Uint8Array.from(this.bytes);
    this.bytes = [];
    const encoding = this.fonts.get(this.state.font) ?? this.encoding;
    if (this.state.target !== 'skip') this.say(decodeAs(bytes, encoding) ?? decodeAs(bytes, 'windows-1252') ?? '');
  }

  private say(text: string): void {
    const { target, isHidden, shift } = this.state;
    if (target === 'styles') this.nameStyle(text);
    if (target === 'mark' || target === 'skip' || target === 'fonts' || target === 'styles') return;
    if (isHidden || target === 'hidden') this.collected.hidden.push(text);
    else if (target === 'text' || target === 'note') {
      const html = escapeXml(text).replace(/\n/g, '<br>');
      this.texts[target].push(shift === undefined ? html : `<${shift}>${html}</${shift}>`);
    } else this.texts[target].push(text);
  }

  private endParagraph(): void {
    const { level, style, isList, inTable } = this.paragraph;
    if (inTable) {
      if (this.texts.text.length > 0) this.texts.text.push(' ');
      return;
    }
    const html = this.texts.text.splice(0).join('');
    this.endTable();
    if (html.trim() === '') return;
    const heading = Math.min(6, level || (this.levels.get(style) ?? 0));
    if (!isList || heading > 0) this.endList();
    if (heading > 0) this.html.push(`<h${heading}>${html}</h${heading}>`);
    else if (isList) {
      if (!this.isInList) this.html.push('<ul>');
      this.isInList = true;
      this.html.push(`<li>${html}</li>`);
    } else this.html.push(`<p>${html}</p>`);
  }

  private endTable(): void {
    if (this.cells.length > 0) this.rows.push(`<tr>${this.cells.splice(0).join('')}</tr>`);
    if (this.rows.length === 0) return;
    this.endList();
    this.html.push(`<table>${this.rows.splice(0).join('')}</table>`);
  }

  private endList(): void {
    if (this.isInList) this.html.push('</ul>');
    this.isInList = false;
  }
}
