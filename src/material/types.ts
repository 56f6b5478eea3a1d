/** What is known: the words that every other room speaks. Data only; nothing here reads a file. */

/** A calendar date as precise as the source gives it. Months and days count from 1. */
export interface PartialDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/** A work that can be cited. */
export interface Source {
  /** Unique in the whole material: lower-case letters, digits and hyphens, such as `stratfor-2014`. */
  readonly id: string;
  readonly title: string;
  /** Names as a reference prints them: "Ivan Nechepurenko", or an organisation's name. */
  readonly authors: readonly string[];
  /** Empty where nobody is known to have published it. */
  readonly publisher: string;
  readonly issued?: PartialDate;
  readonly url?: string;
  /** What a full reference says beside this; absent where nothing more is known. */
  readonly reference?: ReferenceFields;
}

/** Fields of CSL-JSON (https://docs.citationstyles.org) that `Source` does not hold itself, under their names there. */
export interface ReferenceFields {
  /** "book", "article-journal", "webpage" … */
  readonly type: string;
  readonly author?: readonly ReferenceName[];
  readonly editor?: readonly ReferenceName[];
  readonly translator?: readonly ReferenceName[];
  readonly 'container-title'?: string;
  readonly publisher?: string;
  readonly 'publisher-place'?: string;
  readonly edition?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly page?: string;
  /** What kind of thesis or report it is: "Doctoral dissertation". */
  readonly genre?: string;
  readonly DOI?: string;
  /** BCP 47. */
  readonly language?: string;
}

/** A person, or under `literal` an organisation or a name that has no parts. */
export type ReferenceName =
  | { readonly family: string; readonly given?: string; readonly 'non-dropping-particle'?: string }
  | { readonly literal: string };

/** `note`: the paragraph in the project's own words. `quote`: the paragraph verbatim, from a file that somebody brought. */
export type PassageKind = 'note' | 'quote';

/** What a passage is, where it is no prose; captions have a `role` instead, since they are counted by themselves. */
export const PASSAGE_FORMS = [
  'list',
  'table',
  'code',
  'exercise',
  'reference',
  'contents',
  'glossary',
  'scan',
] as const;
export type PassageForm = (typeof PASSAGE_FORMS)[number];

/** A chunk of an article that can be cited by its paragraph number. */
export interface Passage {
  /** `<source id>#<paragraph>`, such as `stratfor-2014#8`; `#8.2` for the second part of a long one, `#caption-1`. */
  readonly id: string;
  readonly source: string;
  /** Counted from 1, as a reader counts the paragraphs of the source. */
  readonly paragraph: number;
  /** 2 and on for what follows where a long paragraph was cut; the first part has none. */
  readonly part?: number;
  /** The printed page, counted from 1, where the work has pages. */
  readonly page?: number;
  /** Set where the pages are slides: "slide 4". */
  readonly isSlide?: true;
  /** What is printed on the page where that is not its number: "xii", "A-3". */
  readonly pageLabel?: string;
  /** Where a recording is at, in seconds from its start. */
  readonly seconds?: number;
  readonly kind: PassageKind;
  /** Set where the paragraph is no body text. */
  readonly role?: 'caption';
  /** Absent for prose. */
  readonly form?: PassageForm;
  /** What the work sets in bold in it, or defines: terms of the work. */
  readonly terms?: readonly string[];
  /** With the headings above it: "Water > The leat". */
  readonly heading?: string;
  readonly text: string;
}

/** A source with its passages in reading order. */
export interface Article {
  readonly source: Source;
  readonly passages: readonly Passage[];
}

/** A work that is not yet in a collection: read from a file, without an id, perhaps without some of what cites it. */
export interface Draft {
  readonly about: Partial<Omit<Source, 'id'>>;
  /** In reading order. */
  readonly passages: readonly DraftPassage[];
}

export type DraftPassage = Omit<Passage, 'id' | 'source'>;

/** A row of the fact table. Rows with the same subject, attribute and as-of date but different values, from different sources, disagree. */
export interface Fact {
  /** Stable while the row's subject, attribute, value and passages stay the same. */
  readonly id: string;
  readonly subject: string;
  readonly attribute: string;
  /** Other names of the attribute, as people ask for it: "established", "set up", "creation". */
  readonly otherNames: readonly string[];
  readonly value: string;
  readonly unit?: string;
  /** The date for which the value holds, as written in the table: "2012", "2014-04-30", "mid-2013". */
  readonly asOf?: string;
  /** A natural question that this row answers: the one to suggest while somebody types. */
  readonly question?: string;
  /** Other ways in which people ask for it, as questions. */
  readonly otherQuestions: readonly string[];
  /** The passages that bear the value out; all are of one source. */
  readonly passages: readonly string[];
  /** The source of those passages. */
  readonly source: string;
}

/** A name with its aliases. */
export interface Term {
  readonly name: string;
  /** `person`, `organisation`, `country`, `place`, `weapon`, `event`, `concept`. */
  readonly type: string;
  readonly aliases: readonly string[];
  /** One line on it, as the material presents it. */
  readonly note: string;
}

/** The id of the collection that a server's own works make up. */
export const OWN_COLLECTION = 'own';

/** A body of material: one folder under `knowledge/`. */
export interface Collection {
  /** The folder's name. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly articles: readonly Article[];
  readonly facts: readonly Fact[];
  readonly terms: readonly Term[];
}
