import { lazily } from '../../../lazily.ts';
import { fold } from '../../fold.ts';
import { stem } from './stem.ts';

/** Words of which a sentence holds one where another says the contrary. As they are written; each side may have several. */
const PAIRS = `increase rise grow/decrease fall decline shrink drop; more/less fewer; most/least; high/low;
  large big/small; first 1st/last; before/after; above/below; begin start/end finish stop; open/close;
  win won/lose lost; gain/lose; accept/refuse reject; allow permit/forbid ban prohibit; support favor favour/oppose;
  agree/disagree; include/exclude; buy/sell; import/export; ally friend/enemy; strong/weak; strengthen/weaken;
  success succeed/failure fail; north northern/south southern; east eastern/west western; left/right; rich/poor;
  public/private; national/international; always/never; everyone everybody all/nobody none; many/few; old/new young;
  early/late; same/different; possible/impossible; legal/illegal; true/false; alive/dead; hot/cold; fast/slow;
  majority/minority; maximum/minimum; best/worst; better/worse; positive/negative; internal/external; enter/leave;
  approve/disapprove; create build/destroy; war/peace; victory/defeat; present/absent; far distant/near close`;

/** Adjectives of which the comparatives and superlatives are opposed, which no stem has in common: "highest" and "lowest". */
const ADJECTIVES = `large big/small; high tall/low; strong/weak; rich/poor; old/young new; early/late; hot warm/cold cool;
  fast quick/slow; long/short; deep/shallow; wide broad/narrow; thick/thin; heavy/light; hard/soft; wet/dry`;

const opposites = lazily(() => {
  const all = new Map<string, Set<string>>();
  for (const [one, other] of [...pairsIn(PAIRS), ...pairsIn(ADJECTIVES).flatMap(degreesOf)]) {
    oppose(one.map(termOf), other.map(termOf), all);
    oppose(other.map(termOf), one.map(termOf), all);
  }
  return all;
});

const termOf = (word: string): string => stem(fold(word));

function oppose(from: readonly string[], to: readonly string[], all: Map<string, Set<string>>): void {
  for (const term of from) all.set(term, new Set([...(all.get(term) ?? []), ...to]));
}

type Pair = readonly [readonly string[], readonly string[]];

function pairsIn(list: string): Pair[] {
  return list.split(';').map((pair) => {
    const [one = [], other = []] = pair.split('/').map((side) => side.trim().split(/\s+/));
    return [one, other];
  });
}

function degreesOf([one, other]: Pair): Pair[] {
  return ['er', 'est'].map((ending) => [
    one.map((adjective) => inflected(adjective, ending)),
    other.map((adjective) => inflected(adjective, ending)),
  ]);
}

/** "Late" gives "later", "early" "earlier", "big" "bigger". */
function inflected(adjective: string, ending: string): string {
  const base = adjective
    .replace(/^([^aeiou]+[aeiou])([dgnt])$/, '$1$2$2')
    .replace(/e$/, '')
    .replace(/y$/, 'i');
  return base + ending;
}

const NONE: ReadonlySet<string> = new Set();

/** See `Language.oppositesOf`. */
export const oppositesOf = (term: string): ReadonlySet<string> => opposites().get(term) ?? NONE;

/** See `Language.superlatives`. */
export const superlatives = (): ReadonlySet<string> =>
  new Set([
    ...['last', 'best', 'worst'],
    ...pairsIn(ADJECTIVES)
      .flat(2)
      .map((adjective) => inflected(adjective, 'est')),
  ]);
