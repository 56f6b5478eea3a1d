import { fraction, joined, type Part, part, root, scripted, spaced } from './linear.ts';
import { TEX_FUNCTIONS, TEX_SYMBOLS } from './tex-symbols.ts';

/** Groups and arguments open at once; what nests deeper is not read. */
const MAX_DEPTH = 50;
/** What changes how a formula looks and not what it says; the name of a font takes an argument that is kept. */
const STYLE =
  /^(?:displaystyle|textstyle|scriptstyle|scriptscriptstyle|limits|nolimits|left|right|middle|big|Big|bigg|Bigg|bigl|bigr|Bigl|Bigr|biggl|biggr|Biggl|Biggr|mathord|mathrel|mathop|mathbin|mathopen|mathclose|nonumber|notag|hline|centering|strut|boldsymbol|pmb)$/;
const TEXT =
  /^(?:text|textrm|textbf|textit|texttt|mbox|hbox|operatorname|mathrm|mathbf|mathit|mathsf|mathtt|mathcal|mathbb|mathfrak|mathscr|bm|rm|bf|it)$/;
const ACCENT =
  /^(?:vec|hat|widehat|bar|overline|underline|tilde|widetilde|dot|ddot|mathring|overrightarrow|overbrace|underbrace|boxed|cancel)$/;
/** Commands whose argument is no part of what is read. */
const NO_SIGN = /^(?:begin|end|label|tag|vspace|[hv]?phantom|color|textcolor|require)$/;
const SPACE = /^[,:; !]$|^(?:quad|qquad|enspace|thinspace|space|hspace)$/;

/** TeX as linear text: `\tfrac12 mv^2` is "1/2 mv²". What is not known stays as its name. */
export function texToText(tex: string): string {
  const reader = new TexReader(tex);
  return spaced(reader.row().text);
}

class TexReader {
  private readonly tokens: readonly string[];
  private at = 0;
  private depth = 0;

  constructor(tex: string) {
    this.tokens = tex.match(/\\[a-zA-Z]+\*?|\\[\s\S]|[{}^_&~]|%[^\n]*|\s+|[\s\S]/gu) ?? [];
  }

  /** Up to the bracket that closes it, or the formula's end. */
  row(end?: string): Part {
    const parts: Part[] = [];
    for (;;) {
      const token = this.tokens[this.at];
      if (token === undefined || token === end) break;
      if (token === '^' || token === '_') parts.push(this.scripts(parts.pop() ?? part('')));
      else parts.push(this.next());
    }
    this.at++;
    const [only] = parts;
    if (parts.length === 1 && only) return only;
    const text = joined(parts);
    return {
      text: text.trim(),
      atom: parts.filter(({ text }) => text.trim() !== '').length <= 1 && part(text.trim()).atom,
    };
  }

  private scripts(base: Part): Part {
    const found = { '^': '', _: '' };
    for (;;) {
      const from = this.at;
      this.skipSpace();
      const mark = this.tokens[this.at];
      if (mark !== '^' && mark !== '_') {
        this.at = from;
        break;
      }
      this.at++;
      found[mark] += this.argument().text;
    }
    return scripted(base, found._, found['^']);
  }

  private argument(): Part {
    this.skipSpace();
    return this.next();
  }

  private skipSpace(): void {
    while (/^\s+$/.test(this.tokens[this.at] ?? '')) this.at++;
  }

  private next(): Part {
    if (this.depth >= MAX_DEPTH) this.at = this.tokens.length;
    this.depth++;
    const read = this.token();
    this.depth--;
    return read;
  }

  private token(): Part {
    const token = this.tokens[this.at++] ?? '';
    if (token === '{') return this.row('}');
    if (token === '}' || token === '' || token.startsWith('%')) return part('');
    if (token === '&') return part(' ');
    if (token === '~' || /^\s+$/.test(token)) return part(' ');
    if (token === "'") return part('′');
    if (token.startsWith('\\') && token.length > 1) return this.command(token.slice(1).replace(/\*$/, ''));
    if (token === '-') return part('−');
    return part(token);
  }

  private command(name: string): Part {
    if (name === '\\' || name === 'cr') return part('; ');
    if (/^(?:[dtc]?frac|over)$/.test(name)) return fraction(this.argument(), this.argument());
    if (name === 'sqrt') return this.squareRoot();
    if (/^[dt]?binom$/.test(name))
      return { text: `(${this.argument().text} choose ${this.argument().text})`, atom: true };
    if (NO_SIGN.test(name)) {
      this.argument();
      return part('');
    }
    if (ACCENT.test(name)) return this.argument();
    if (TEXT.test(name)) return this.plainText();
    if (STYLE.test(name)) return this.delimiter();
    if (SPACE.test(name)) return part(name === '!' ? '' : ' ');
    if (TEX_FUNCTIONS.has(name)) return part(name);
    return part(TEX_SYMBOLS[name] ?? name);
  }

  /** `\left.` shows nothing. */
  private delimiter(): Part {
    if (this.tokens[this.at] === '.') this.at++;
    return part('');
  }

  private squareRoot(): Part {
    this.skipSpace();
    if (this.tokens[this.at] !== '[') return root(this.argument());
    this.at++;
    const degree = this.row(']').text;
    return root(this.argument(), degree);
  }

  /** The words of a text inside a formula keep their spaces. */
  private plainText(): Part {
    this.skipSpace();
    if (this.tokens[this.at] !== '{') return this.next();
    const from = ++this.at;
    let open = 1;
    while (this.at < this.tokens.length && open > 0) {
      const token = this.tokens[this.at++];
      if (token === '{') open++;
      if (token === '}') open--;
    }
    const words = this.tokens.slice(from, open === 0 ? this.at - 1 : this.at).join('');
    return part(/[\\^_{}]/.test(words) ? texToText(words) : words);
  }
}
