import type { ReferenceName } from '../../material/types.ts';
import { field } from './styled.ts';

type Person = Exclude<ReferenceName, { literal: string }>;

/** "Marlow, Ines", "van Gogh, Pieter"; an organisation as it is. */
export function inverted(name: ReferenceName): string {
  return 'literal' in name ? field(name.literal) : [familyOf(name), field(name.given)].filter(Boolean).join(', ');
}

/** "Gogh, Pieter van". */
export function invertedParticleLast(name: ReferenceName): string {
  if ('literal' in name) return field(name.literal);
  const given = [field(name.given), field(name['non-dropping-particle'])].filter(Boolean).join(' ');
  return [field(name.family), given].filter(Boolean).join(', ');
}

/** "Marlow, I. M."; `between`: what stands between two initials. */
export function invertedInitials(name: ReferenceName, between = ' '): string {
  return 'literal' in name
    ? field(name.literal)
    : [familyOf(name), initials(field(name.given), between)].filter(Boolean).join(', ');
}

/** "Ines Marlow". */
export function full(name: ReferenceName): string {
  return 'literal' in name ? field(name.literal) : [field(name.given), familyOf(name)].filter(Boolean).join(' ');
}

/** "I. Marlow". */
export function fullInitials(name: ReferenceName, between = ' '): string {
  return 'literal' in name
    ? field(name.literal)
    : [initials(field(name.given), between), familyOf(name)].filter(Boolean).join(' ');
}

/** What stands for a person in the text: "Marlow", "van Gogh". */
export function short(name: ReferenceName): string {
  return 'literal' in name ? field(name.literal) : familyOf(name);
}

/** "A and B", "A, B, and C": `last` stands before the last of them, `lastOfTwo` between two. */
export function listed(names: readonly string[], last: string, lastOfTwo = last): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')}${names.length === 2 ? lastOfTwo : last}${names.at(-1)}`;
}

/**
 * Names as a file has them: "Ann Smith", "Smith, Ann", "River Society". What looks like no person's name stays whole,
 * and so does one word.
 */
export function readName(text: string): ReferenceName {
  const name = text.trim();
  const [family = '', given = '', ...more] = name.split(/\s*,\s*/);
  if (more.length === 0 && given !== '' && isPersonal(`${given} ${family}`)) return { family, given };
  const words = name.split(/\s+/);
  if (name.includes(',') || words.length < 2 || !isPersonal(name)) return { literal: name };
  // The particles of "Ludwig van der Berg" belong to the family name.
  const at = words.findIndex((word, i) => i > 0 && /^\p{Ll}/u.test(word));
  const from = at === -1 ? words.length - 1 : at;
  const particle = words.slice(from).filter((word) => /^\p{Ll}/u.test(word));
  const rest = words.slice(from + particle.length);
  if (rest.length === 0) return { literal: name };
  return {
    family: rest.join(' '),
    given: words.slice(0, from).join(' '),
    ...(particle.length > 0 ? { 'non-dropping-particle': particle.join(' ') } : {}),
  };
}

const ORGANISATION =
  /\b(?:association|agency|bank|board|bureau|centre|center|college|commission|committee|company|corporation|council|department|foundation|government|group|inc|institute|institution|library|ltd|ministry|museum|network|news|office|organi[sz]ation|press|project|school|service|society|team|times|trust|union|university|the|of|and|for)\b|[\d&/@:]/i;
/** Words that each begin with a capital, or particles: two to five of them. */
const PERSONAL =
  /^\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|v[ao]n|de[rnl]?|d[aiou]s?|l[ae]|te[rn]?|bin|ibn|al)){1,4}$/u;

function isPersonal(name: string): boolean {
  return PERSONAL.test(name.replace(/\s+/g, ' ')) && !ORGANISATION.test(name);
}

function familyOf(name: Person): string {
  return [field(name['non-dropping-particle']), field(name.family)].filter(Boolean).join(' ');
}

function initials(given: string, between: string): string {
  return given
    .split(/\s+/)
    .filter(Boolean)
    .map((word) =>
      word
        .split('-')
        .filter(Boolean)
        .map((part) => `${[...part][0]}.`)
        .join('-'),
    )
    .join(between);
}
