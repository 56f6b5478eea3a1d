import type { RequestWordings } from '../requests.ts';

const WHICH = '(?:the|this|these|that|those|our|my|your|all|both|two|whole|entire|of|§)';
const NOUN =
  '(?:it|this|these|that|they|everything|all|both|two|articles?|texts?|books?|chapters?|papers?|readings?|materials?|sources?|notes|slides|documents?|works?|stories|story|§)';

export const requests: RequestWordings = {
  works: `(?:${WHICH} )*${NOUN}`,
  overview: [
    '(?:(?:can|could|would) you )?(?:please )?(?:summari[sz]e|sum up|recap|outline)(?: @)?(?: for (?:me|us))?(?: please)?',
    '(?:(?:can|could|would) you )?(?:please )?(?:give|write|make)(?: (?:me|us))? (?:a |an |the )?(?:(?:short|brief|quick) )?(?:summary|overview|outline|gist|recap|synopsis)(?: (?:of|for|on) @)?(?: please)?',
    '(?:a |the )?(?:(?:short|brief|quick) )?(?:summary|overview|synopsis|tl ?dr)(?: (?:of|for) @)?(?: please)?',
    "what(?:'s| is| are| was| were) @ (?:all )?about",
    "what(?:'s| is| are)(?: the)? (?:main |key |central |most important )?(?:points?|ideas?|topics?|themes?|takeaways?|messages?|arguments?|subjects?|gist)(?: (?:of|in) @)?",
    '(?:the )?(?:main|key|central|most important) (?:points?|ideas?|topics?|themes?|takeaways?|messages?|arguments?)(?: (?:of|in) @)?',
    'what (?:does|do|did) @ (?:say|cover|discuss|deal with|talk about)',
  ],
  disagreements: [
    '(?:(?:where|when|how|why|on what|what) )?(?:do|does|did) @ (?:dis)?agree(?: (?:on|about)(?: (?:what|anything|something|everything))?)?(?: with each other)?',
    '(?:where |how )?(?:do|does|did) @ (?:(?:dis)?agree|differ) (?:on|about|over) .+',
    '(?:(?:where|how|in what) )?(?:do|does|did) @ (?:differ|conflict|contradict(?: (?:each other|themselves))?)',
    '(?:please )?(?:compare|contrast) @',
    '(?:are|is) there (?:any )?(?:disagreements?|contradictions?|conflicts?|differences?)(?: (?:between|among|in) @)?',
    '(?:(?:what|which)(?: are| is)?(?: the)? )?(?:disagreements?|contradictions?|differences?)(?: (?:are there|exist))?(?: (?:between|among|in) @)?',
  ],
  sources: [
    'who (?:is|was|are|were) ¤',
    "(?!.*§)(?:what|which)(?: are|'s| is)? @(?: (?:do|can|have|did) you (?:have|know|use|search|read|got)| are there| is this)?",
    '(?!.*§)(?:please )?(?:list|show)(?: me| us)? @',
    '(?:who|by whom) (?:wrote|published|(?:is|are|was|were) the (?:authors?|writers?|publishers?) of) @',
    'when (?:was|were|did) @ (?:written|published|released|come out)',
  ],
  help: [
    '(?:hi|hello|hey|thanks|thank you|help)(?: (?:there|me|please|bot|footnote))*',
    '(?:what|how) (?:can|do|does|should) (?:you|i|we|this|it|this bot|the bot) (?:do|help|work|use (?:you|this|it|this bot|the bot)|ask(?: you)?)(?: here)?',
    '(?:who|what) are you',
    'how does this work',
  ],
  goesOn: 'and|but|so|or|also|then|what about|how about',
  asker: 'who|whom|whose|what|which|when|where|why|how|is|are|was|were|do|does|did|has|have|had|can|could|will|would',
  accordingTo: 'according to|acc to|as per',
  accounts: [
    'what (?:does|do|did) @ (?:say|write|report|state|mention|claim|tell|think)(?: us)? (?:about|on|of)',
    '(?:does|do|did) @ (?:say|write|report|state|mention|claim|tell|think)(?: that)?',
    '(?:says|writes) @$',
  ],
};
