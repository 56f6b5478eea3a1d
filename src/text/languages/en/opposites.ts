import { fold } from '../../fold.ts';
import { stem } from './stem.ts';

/** Words of which a sentence holds one where another says the contrary. As they are written; each side may have several. */
const PAIRS = `increase rise grow/decrease fall decline shrink drop; more/less fewer; most/least; higher/lower; high/low;
  large big/small; larger bigger/smaller; first/last; before/after; above/below; begin start/end finish stop; open/close;
  win won/lose lost; gain/lose; accept/refuse reject; allow permit/forbid ban prohibit; support favor favour/oppose;
  agree/disagree; include/exclude; buy/sell; import/export; ally friend/enemy; strong/weak; strengthen/weaken;
  success succeed/failure fail; north northern/south southern; east eastern/west western; left/right; rich/poor;
  public/private; national/international; always/never; everyone everybody all/nobody none; many/few; old/new young;
  early/late; same/different; possible/impossible; legal/illegal; true/false; alive/dead; hot/cold; fast/slow;
  majority/minority; maximum/minimum; best/worst; better/worse; positive/negative; internal/external; enter/leave;
  approve/disapprove; create build/destroy; war/peace; victory/defeat; present/absent; far distant/near close`;

const opposites = new Map<string, Set<string>>();
for (const pair of PAIRS.split(';')) {
  const [one = [], other = []] = pair.split('/').map((side) =>
    side
      .trim()
      .split(/\s+/)
      .map((word) => stem(fold(word))),
  );
  for (const [from, to] of [
    [one, other],
    [other, one],
  ]) {
    for (const term of from ?? []) {
      const known = opposites.get(term) ?? new Set();
      for (const opposite of to ?? []) known.add(opposite);
      opposites.set(term, known);
    }
  }
}

const NONE: ReadonlySet<string> = new Set();

/** See `Language.oppositesOf`. */
export const oppositesOf = (term: string): ReadonlySet<string> => opposites.get(term) ?? NONE;
