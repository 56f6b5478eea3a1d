import type { FactEntry } from '../../answer/types.ts';
import type { Material } from '../../material/load.ts';
import type { Steps } from '../../slices.ts';
import { fold } from '../../text/fold.ts';
import type { Language } from '../../text/language.ts';
import { splitSentences } from '../../text/sentences.ts';

/** What the material says of a subject, so that nothing of it is offered as wrong. */
export interface Claims {
  /** Whether the table or a passage may bear out that an entry has a value: when in doubt, yes. */
  bearsOut(entry: FactEntry, value: string): boolean;
  /** Whether two values name the same thing. */
  isSame(one: string, other: string): boolean;
  /** A name with its other names, as they are written. */
  aliasesOf(name: string): readonly string[];
  /** The kind of a known name: "person", "country". */
  typeOf(name: string): string | undefined;
}

/** Longer values are never found word for word in another text. */
const MAX_WORDS = 8;

export function* readingClaims(material: Material, entries: readonly FactEntry[], language: Language): Steps<Claims> {
  const names = namesOf(material, language);
  const valuesOf = new Map<string, string[]>();
  for (const { subject, sides } of entries) {
    const values = valuesOf.get(plain(subject)) ?? [];
    values.push(...sides.map(({ value }) => plain(value)));
    valuesOf.set(plain(subject), values);
    yield;
  }
  const texts = new Map<string, string>();
  const sentences: string[] = [];
  for (const { id, text } of material.passages.values()) {
    texts.set(id, plain(text));
    sentences.push(...splitSentences(text, language).map(([from, to]) => apart(plain(text.slice(from, to)))));
    yield;
  }
  const about = new Map<string, string>();
  const sentencesOn = (subject: string): string => {
    const key = plain(subject);
    const known = about.get(key);
    if (known !== undefined) return known;
    const wanted = names.of(key).filter(Boolean).map(apart);
    const found = sentences.filter((each) => wanted.some((name) => each.includes(name))).join('|');
    about.set(key, found);
    return found;
  };
  return {
    bearsOut(entry, value) {
      const forms = names.of(plain(value));
      const stated = valuesOf.get(plain(entry.subject)) ?? [];
      if (stated.some((other) => forms.some((form) => holds(other, form) || holds(form, other)))) return true;
      if (value.split(/\s+/).length > MAX_WORDS) return false;
      const own = entry.rows.flatMap(({ passages }) => passages.map((id) => texts.get(id) ?? ''));
      return [...own, sentencesOn(entry.subject)].some((text) => forms.some((form) => holds(text, form)));
    },
    isSame: (one, other) => names.of(plain(one)).includes(plain(other)),
    aliasesOf(name) {
      const term = material.terms.find(({ name: own, aliases }) =>
        [own, ...aliases].some((each) => plain(each) === plain(name)),
      );
      return term === undefined ? [name] : [...new Set([name, term.name, ...term.aliases])];
    },
    typeOf: (name) => names.typeOf(plain(name)),
  };
}

interface Names {
  /** All names of the thing, the given one among them. */
  of(name: string): readonly string[];
  typeOf(name: string): string | undefined;
}

function namesOf({ terms }: Material, { aliases, relatives }: Language): Names {
  const groups = new Map<string, string[]>();
  for (const names of [...terms.map((term) => [term.name, ...term.aliases]), ...aliases, ...relatives]) {
    const group = names.map(plain);
    for (const name of group) groups.set(name, [...(groups.get(name) ?? []), ...group]);
  }
  const types = new Map(
    terms.flatMap(({ name, aliases: others, type }) => [name, ...others].map((each) => [plain(each), type])),
  );
  return {
    of: (name) => [...new Set([name, ...(groups.get(name) ?? [])])],
    typeOf: (name) => types.get(name),
  };
}

/** Words as they are compared, between spaces. */
export function plain(text: string): string {
  return fold(text)
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .replace(/[^\p{L}\p{N}.$%]+|\.(?!\d)/gu, ' ')
    .replace(/^\s*(?:the|an?)\s/, ' ')
    .trim();
}

const holds = (text: string, words: string): boolean => words !== '' && apart(text).includes(apart(words));

/** Between spaces, so that whole words are found in it, or as such. */
const apart = (words: string): string => ` ${words} `;
