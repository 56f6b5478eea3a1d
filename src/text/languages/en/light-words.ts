/**
 * Words that are common in English at large. A small collection makes some of them look rare, and so telling;
 * they are not.
 */
export const LIGHT_WORDS: ReadonlySet<string> = new Set(
  `able according accept achieve across act action actual add affect age ago aim allow almost alone along already alternative always
  amount appear approach area around arrive ask aspect associate attempt available away back bad base basic become begin
  behind believe belong beside besides best better beyond big bring broad call carry case cause certain change characteristic
  choose claim clear close come common commonly complete concern condition conduct consider consist contain continue
  contribute control cover create current date day deal decide define depend describe despite determine develop differ
  different difficult directly discuss due early easy effect effort element enable end enough ensure entire especially
  essential establish event eventual exactly example except exist expect express extent face fact fail fall far feature
  feel field final find first focus follow form found four frequently full function gain general generally give go goal
  good great greatly group grow happen hard help high hold idea identify important improve include increase indicate
  individual initial instead intend interest introduce involve issue item join keep kind know known lack large largely
  largest last late later lead least leave less let level lie life likely limit line list little live long longer look
  lose low main mainly maintain major make manner matter mean mention method modern moment month move mostly name near
  nearly necessary need never new next normally note notable number object obtain occur offer often old one open oppose
  order original originally outside overall part particular pass past perform perhaps period person place plan play point
  popular position possible potential prefer present prevent previous previously primarily primary prior probably
  problem process produce prove provide purpose put question quickly quite range rather reach read ready real really
  reason receive recent recently refer regard regarding relate relative remain remove require respond rest result return
  right role run say second see seem separate serve set several show side significant similar similarly simple simply
  since single situation small sometimes soon sort speak special specific stand start state stay step still stop
  strong subject successful sudden suggest suppose sure surround take talk tell tend term thing think though three time
  today together total toward try turn two type typical typically unable understand unique unlike use useful usual
  usually value various view visit want way well whole wide widely willing wish word work world worth year`.split(
    /\s+/,
  ),
);
