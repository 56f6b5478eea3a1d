/**
 * Irregular forms and what they are forms of: verbs as "base past participle...", nouns as "singular plural"; and regular
 * ones from which the stemmer makes another stem than from their base ("dies", "viruses", "succeeded").
 * Left out are forms that are other common words in their own right (left, saw, felt, ground, wound, bore, lay).
 */
const FORMS = `
arise arose arisen|awake awoke awoken|bear born borne|beat beaten|become became|begin began begun|bend bent|bind bound
|bleed bled|blow blew blown|break broke broken|breed bred|bring brought|build built|burn burnt|buy bought|catch caught
|choose chose chosen|come came|creep crept|deal dealt|dig dug|draw drew drawn|dream dreamt|drink drank drunk
|drive drove driven|eat ate eaten|fall fell fallen|feed fed|fight fought|find found|flee fled|fly flew flown
|forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|go goes went gone
|grow grew grown|hang hung|hear heard|hide hid hidden|hold held|keep kept|kneel knelt|know knew known|lead led
|learn learnt|leap leapt|lend lent|light lit|lose lost|mean meant|meet met|pay paid|prove proven|ride rode ridden
|ring rang rung|rise rose risen|run ran|say said|seek sought|sell sold|send sent|shake shook shaken|shine shone
|shoot shot|shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid|speak spoke spoken
|spend spent|spin spun|spring sprang sprung|stand stood|steal stole stolen|stick stuck|strike struck|strive strove
|swear swore sworn|sweep swept|swim swam swum|swing swung|take took taken|teach taught|tear tore torn|tell told
|think thought|throw threw thrown|understand understood|undertake undertook undertaken|wake woke woken|wear wore worn
|weave wove woven|win won|withdraw withdrew withdrawn|withhold withheld|write wrote written|overthrow overthrew overthrown
|overcome overcame|man men|woman women|child children|foot feet|tooth teeth|goose geese|mouse mice|ox oxen|wife wives
|knife knives|wolf wolves|half halves|thief thieves|loaf loaves|shelf shelves|crisis crises|analysis analyses|basis bases
|thesis theses|hypothesis hypotheses|emphasis emphases|axis axes|oasis oases|criterion criteria|phenomenon phenomena
|bacterium bacteria|medium media|curriculum curricula|stratum strata|nucleus nuclei|fungus fungi|alumnus alumni
|hippocampus hippocampi|stimulus stimuli|focus foci|locus loci|radius radii|cactus cacti|syllabus syllabi|bacillus bacilli
|genus genera|larva larvae|alga algae|vertebra vertebrae|antenna antennae|nebula nebulae|ovum ova|spectrum spectra
|mitochondrion mitochondria|ganglion ganglia|quantum quanta|millennium millennia|symposium symposia|cortex cortices
|diagnosis diagnoses|synthesis syntheses|parenthesis parentheses|neurosis neuroses|metamorphosis metamorphoses
|index indices|matrix matrices|vertex vertices|appendix appendices|formula formulae
|cry cries cried|dry dries dried|fly flies|fry fries fried|ply plies plied|pry pries pried|sky skies|spy spies spied
|try tries tried|die dies died dying|lie lies lied lying|tie ties tied tying|pie pies|vie vies vied vying
|dye dyed|eye eyed|free freed|sue sued|see seen|exceed exceeded exceeding|proceed proceeded proceeding
|succeed succeeded succeeding|experience experienced experiencing|evidence evidenced|reference referenced referencing
|prejudice prejudiced|sacrifice sacrificed sacrificing|focus focuses focused focusing|bias biases biased|gas gases
|bus buses|lens lenses|virus viruses|campus campuses|census censuses|status statuses|bonus bonuses|surplus surpluses
|genius geniuses|apparatus apparatuses|consensus consensuses|sinus sinuses|corpus corpora|iris irises|atlas atlases
|canvas canvases|vortex vortices|quiz quizzes quizzed`;

/** A base with its forms, in their order. */
export const FORMS_OF = new Map<string, readonly string[]>();
const BASE = new Map<string, string>();
for (const line of FORMS.split('|')) {
  const [base, ...forms] = line.trim().split(/\s+/);
  if (base !== undefined) FORMS_OF.set(base, forms);
  for (const form of forms) if (base !== undefined) BASE.set(form, base);
}

/** The base form of an irregular form ("began" is "begin"), or the word itself. Takes and gives a folded word. */
export function regular(word: string): string {
  return BASE.get(word) ?? word;
}
