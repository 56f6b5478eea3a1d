import type { DraftPassage } from '../../src/material/types.ts';
import type { NewWork } from '../../src/store/types.ts';
import { randomFrom } from '../data/random.ts';

/** Made-up prose: every server has names of its own, so that an excerpt tells which server it belongs to. */

const WORDS =
  `harbour council engine ledger valley winter bridge school market survey parish timber signal garden voyage charter
  quarry theatre mineral railway orchard printer weather lantern station island cavalry pottery treaty compass reservoir
  factory painter chapel magazine canal furnace merchant observatory meadow regiment library glacier tannery lighthouse`.split(
    /\s+/,
  );

/** A name that no other server and no other thing has. */
export function nameOf(server: number, thing: number): string {
  const syllables = ['ka', 'mo', 'ri', 'ten', 'vu', 'lo', 'shi', 'dan', 'pe', 'gor'];
  const spell = (number: number) => [...String(number)].map((digit) => syllables[Number(digit)] ?? '').join('');
  return `${capital(spell(server + 100))} ${capital(spell(thing + 1000))}`;
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** "When was the Moka Tenri bridge opened?" of a thing that passage `thing` of the server tells of. */
export const questionOn = (server: number, thing: number): string => `When was ${nameOf(server, thing)} opened?`;

export function makeWork(server: number, first: number, passages: number): NewWork {
  const next = randomFrom('work', server, first);
  return {
    about: { title: `Records ${server} from ${first}`, authors: ['A clerk'], publisher: 'The archive' },
    passages: Array.from({ length: passages }, (_, i) => passage(server, first + i, i + 1, next)),
    format: 'text',
    fileName: 'records.txt',
    words: passages * 80,
  };
}

function passage(server: number, thing: number, paragraph: number, next: () => number): DraftPassage {
  const filler = Array.from({ length: 5 }, () => sentence(next)).join(' ');
  const year = 1600 + Math.floor(next() * 400);
  return {
    paragraph,
    kind: 'quote',
    text: `${nameOf(server, thing)} was opened in ${year} beside the ${pick(next)}. ${filler}`,
  };
}

function sentence(next: () => number): string {
  const words = Array.from({ length: 8 + Math.floor(next() * 8) }, () => pick(next));
  return `The ${words.join(' ')}.`;
}

const pick = (next: () => number): string => WORDS[Math.floor(next() * WORDS.length)] ?? '';
