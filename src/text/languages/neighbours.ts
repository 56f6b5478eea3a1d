/**
 * The commonest words of grammar of languages without a folder of their own that are near to one with a folder: by
 * them an Italian text is not taken for a Spanish one. Folded.
 */
export const NEIGHBOURS: readonly ReadonlySet<string>[] = [
  // Italian, Romanian, Catalan, Dutch, Bulgarian
  'il di che e la per un in una del della i le con da non si sono gli alla al come dei nel piu delle dal dalla lo ha fu ma ed nella su anche era quando cosa chi cos quale quali quanto quanti dove perche',
  'si in de a la cu este pe din un o care nu sa pentru ca mai fost al ale au sau dupa prin sunt era iar lui cel cea ce cine cand unde cat cati cum',
  'el la de i els les que en un una es del al per amb l d no com va son dels a mes s han ha seva seu per o aquest qui quan quant on quin quina perque',
  'de het een van en in is op te dat die voor met zijn aan er niet door om ook als naar bij was werd worden werden uit hij over wie wat wanneer waar hoeveel welke waarom hoe',
  'на и в е от за се с по да са до който която които че като не при през или той тя това кой кога къде колко защо какво беше',
].map((words) => new Set(words.split(' ')));
