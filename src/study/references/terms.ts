import type { PartialDate } from '../../material/types.ts';
import { TAKES_IN } from './styled.ts';
import { titleCase } from './title-case.ts';

/** The words and signs of a reference that are not the work's own, as the locales of citation styles have them. */
export interface Terms {
  readonly and: string;
  readonly etAl: string;
  readonly in: string;
  readonly noDate: string;
  readonly editor: readonly [one: string, several: string];
  readonly editorInFull: readonly [one: string, several: string];
  readonly editedBy: string;
  readonly translator: string;
  readonly translatedBy: string;
  readonly volume: string;
  readonly issue: string;
  readonly page: readonly [one: string, several: string];
  /** The second as the MLA has it. */
  readonly paragraph: readonly [usual: string, mla: string];
  readonly slide: string;
  /** Between the first page and the last. */
  readonly range: string;
  /** "3rd ed." for "3". */
  edition(number: string): string;
  /** A title in quotation marks. */
  quoted(title: string): string;
  /** As titles are written: in capitals in English, whole in other languages. `language`: the title's own. */
  title(title: string, language: string | undefined): string;
  /** "May"; '' where it is not known. */
  month(date: PartialDate): string;
  /** "29. Mai 2013", with as much as is known. In English each style has a form of its own. */
  readonly date?: (date: PartialDate) => string;
}

const english: Terms = {
  and: 'and',
  etAl: 'et al.',
  in: 'In',
  noDate: 'n.d.',
  editor: ['ed.', 'eds.'],
  editorInFull: ['editor', 'editors'],
  editedBy: 'edited by',
  translator: 'Trans.',
  translatedBy: 'translated by',
  volume: 'vol.',
  issue: 'no.',
  page: ['p.', 'pp.'],
  paragraph: ['para.', 'par.'],
  slide: 'slide',
  range: '–',
  edition: (number) => `${ordinal(number)} ed.`,
  quoted: (title) => `“${title}${TAKES_IN}”`,
  title: titleCase,
  month: monthIn('en'),
};

const TERMS: Readonly<Record<string, Terms>> = {
  en: english,
  de: {
    and: 'und',
    etAl: 'et al.',
    in: 'In',
    noDate: 'o.\u00a0J.',
    editor: ['Hrsg.', 'Hrsg.'],
    editorInFull: ['Herausgeber', 'Herausgeber'],
    editedBy: 'herausgegeben von',
    translator: 'Übers.',
    translatedBy: 'übersetzt von',
    volume: 'Bd.',
    issue: 'Nr.',
    page: ['S.', 'S.'],
    paragraph: ['Abs.', 'Abs.'],
    slide: 'Folie',
    range: '–',
    edition: numbered('. Aufl.'),
    quoted: (title) => `„${title}“`,
    ...inLanguage('de'),
  },
  es: {
    and: 'y',
    etAl: 'et al.',
    in: 'En',
    noDate: 's.\u00a0f.',
    editor: ['ed.', 'eds.'],
    editorInFull: ['editor', 'editores'],
    editedBy: 'editado por',
    translator: 'Trad.',
    translatedBy: 'traducido por',
    volume: 'vol.',
    issue: 'n.º',
    page: ['p.', 'pp.'],
    paragraph: ['párr.', 'párr.'],
    slide: 'diapositiva',
    range: '-',
    edition: numbered('.ª ed.'),
    quoted: (title) => `«${title}»`,
    ...inLanguage('es'),
  },
  fr: {
    and: 'et',
    etAl: 'et al.',
    in: 'In',
    noDate: 's.\u00a0d.',
    editor: ['éd.', 'éds.'],
    editorInFull: ['éditeur', 'éditeurs'],
    editedBy: 'édité par',
    translator: 'Trad.',
    translatedBy: 'traduit par',
    volume: 'vol.',
    issue: 'nº',
    page: ['p.', 'p.'],
    paragraph: ['paragr.', 'paragr.'],
    slide: 'diapositive',
    range: '\u2011',
    edition: numbered('ᵉ éd.'),
    quoted: (title) => `«\u00a0${title}\u00a0»`,
    ...inLanguage('fr'),
  },
  'pt-BR': {
    and: 'e',
    etAl: 'et al.',
    in: 'Em',
    noDate: 's.d.',
    editor: ['org.', 'orgs.'],
    editorInFull: ['organizador', 'organizadores'],
    editedBy: 'organizado por',
    translator: 'Trad.',
    translatedBy: 'traduzido por',
    volume: 'vol.',
    issue: 'nº',
    page: ['p.', 'p.'],
    paragraph: ['par.', 'par.'],
    slide: 'slide',
    range: '–',
    edition: numbered('ª ed.'),
    quoted: (title) => `“${title}”`,
    ...inLanguage('pt-BR', '1º'),
  },
  ru: {
    and: 'и',
    etAl: 'и др.',
    in: 'В',
    noDate: 'б.\u00a0д.',
    editor: ['ред.', 'ред.'],
    editorInFull: ['редактор', 'редакторы'],
    editedBy: 'под редакцией',
    translator: 'Пер.',
    translatedBy: 'в переводе',
    volume: 'т.',
    issue: 'вып.',
    page: ['с.', 'сс.'],
    paragraph: ['абз.', 'абз.'],
    slide: 'слайд',
    range: '–',
    edition: numbered('-е изд.'),
    quoted: (title) => `«${title}»`,
    ...inLanguage('ru'),
  },
};

/** Those of a language of the interface; of others the English ones. */
export const termsOf = (language: string): Terms => TERMS[language] ?? english;

/** "2nd", "3rd", "11th" for a number; what is no number stays as it is. */
export function ordinal(text: string): string {
  if (!/^\d+$/.test(text)) return text;
  const teens = /1[123]$/.test(text);
  const ending = teens ? 'th' : (['th', 'st', 'nd', 'rd'][Number(text.at(-1))] ?? 'th');
  return `${text}${ending}`;
}

/** What stands behind an edition's number; an edition in words stands alone. */
function numbered(ending: string): Terms['edition'] {
  return (number) => (/^\d+$/.test(number) ? number + ending : number);
}

/** How a language that is not English writes titles and dates; `first`: the first day of a month. */
function inLanguage(language: string, first = '1'): Pick<Terms, 'title' | 'month' | 'date'> {
  return {
    title: (title) => title,
    month: monthIn(language),
    date(date) {
      if (date.month === undefined) return String(date.year);
      const day = date.day === undefined ? {} : { day: 'numeric' as const };
      return format(language, date, { ...day, month: 'long', year: 'numeric' }).replace(/^1(?!\d)/, first);
    },
  };
}

function monthIn(language: string): Terms['month'] {
  return (date) => (date.month === undefined ? '' : format(language, date, { month: 'long' }));
}

function format(language: string, { year, month = 1, day = 1 }: PartialDate, options: Intl.DateTimeFormatOptions) {
  return new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(
    // A year below 100 is not one of the twentieth century.
    new Date(Date.UTC(2000, month - 1, day)).setUTCFullYear(year, month - 1, day),
  );
}
