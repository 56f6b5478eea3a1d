/**
 * What English documents say about themselves, and what English web pages put around them. Everything in this room
 * that depends on English stands here, but for `bylines.ts` and `parts.ts`; text in other languages is read without these
 * signs.
 */

/** Titles that programs make up, and file names. Two signs are a word where letters have no case: "醤油". */
export const JUNK_TITLE =
  /^(?:microsoft (?:word|powerpoint|excel)\b.*|untitled\b.*|(?:new )?document\s*\d*|doc\d+|no title|title|index|home|homepage|print|page \d+|slide \d+|powerpoint presentation|presentation\d*|scan\d*|scanned .*|(?!\p{Lo}{2}$).{0,2}|[^\s]+\.(?:docx?|pdf|rtf|odt|html?|php|aspx?|indd|tex|dvi|txt|md|qxd))$/iu;

/** Author names that programs make up, accounts and addresses. */
export const JUNK_AUTHOR =
  /^(?:user\d*|(?:windows|office|microsoft office|registered) user|admin(?:istrator)?|author|owner|unknown|un-?named|anonymous|root|guest|test|default|none|n\/a|microsoft(?: corporation)?|pc|hp|dell|lenovo|acer|asus|apple|customer|client|student|python-docx|.{0,1}|.*@.*|https?:.*|www\..*|@.*)$/i;

/** Words that a title has in small letters. */
export const SMALL_IN_TITLES = /^(?:an?|the|and|or|nor|but|of|in|on|at|to|for|from|by|with|as|vs|via|into)$/;

/** What stands before the given name of a person. */
export const HONORIFIC = /^(?:(?:dra?|profa?|professor|profesora?|mr|mrs|ms)\.? )+(?=\S+ \S)/i;

/** How words of a talk's title slide begin that are no person's name, in some other languages too. */
export const NO_PERSON =
  /^(?:lect|course|class|unit|module|week|chapter|part|session|semin|works|confer|meeting|intro|overview|basic|fundament|princip|histor|theor|method|topic|univer|univerz|colle[gc]|school|inst|depart|facul|acad|cent[re]|labor|lab$|group|societ|associat|compan|press|spring|summer|autumn|fall$|winter|term|semest|january|february|april|august|september|october|november|december|north|south|east|west|new$|guest|stud|guide|note|slide|hand|draft|version|vorles|hochsch|schul|kurs|fach|abteil|escuel|escola|[ée]cole|curso|cours|aula|clase|le[cç]|депар|универ|инстит|школ|кафед|факул|лекц|курс|част|глав|кафедр)/i;

/** Words in a line of names that are written small. */
export const NAME_PARTICLE =
  /^(?:and|y|e|et|und|и|de|da|di|do|dos|del|la|le|van|von|der|den|ter|bin|ibn|of|the|for|in|at|with|staff|our|\d.*|&)$/;

/** The line above a web address that says where the text was found. */
export const ADDRESS_LABEL = /^(?:original )?(?:url|link|source|address|retrieved from|available at|found at):?$/i;

/** The same on one line, and the address in it. */
export const LABELLED_ADDRESS =
  /^(?:(?:original )?(?:url|link|source|address)|retrieved from|available at|found at):?\s*<?(https?:\/\/\S+?)>?$/i;

/** A line that says who, when or where, and is no heading: "Instructor: Ana Oru". */
export const LABELLED_LINE =
  /^(?:authors?|editors?|translat(?:or|ed by)|written by|by|instructors?|lecturers?|professors?|teachers?|tutors?|supervisors?|speakers?|presenters?|moderators?|hosts?|guests?|interviewe[er]s?|chairs?|members|participants|present|attendees|students?|name|group|class|course|subject|topic|from|to|cc|date|dates|due|time|place|venue|location|room|duration|office(?: hours)?|contact|e-?mail|phone|tel|website|source|version|status|language|publisher|keywords?|licen[cs]e|updated|revised|published)\s*:\s+\S/i;

/** What a chapter says that its reader will learn. */
export const GOALS =
  /^(?:(?:by|at) the end of (?:this|the|each) (?:section|chapter|module|unit|lesson|lecture|course|book|topic|class)|after (?:reading|studying|completing|finishing|working through)|(?:on|upon) completi(?:on of|ng)|when you (?:have )?finish(?:ed)?|having (?:read|completed))\b.{0,60}\b(?:you|students?|learners?|readers?)\b.{0,30}\b(?:able to|can|know|understand)\b|^in this (?:section|chapter|module|unit|lesson),? you (?:will|['’]ll)\b|^(?:learning|lesson|chapter) (?:objectives|goals|outcomes|targets)\s*:/i;

/** Names that stand alone in menus and rows of buttons. */
export const BUTTON =
  /^(?:share|tweet|print|e-?mail|save|like|pin it|copy link|listen|subscribe(?: now)?|donate|sign (?:in|up)|log ?in|log ?out|register|menu|close|search(?: for)?:?|search the site|home|home ?page|archives?|news|sport|world|business|opinion|culture|video|about(?: us)?|contact(?: us)?|careers|advertis(?:e|ing)|advertisement|sponsored(?: content)?|promoted|skip to (?:main )?content|(?:back )?to top|next|previous|prev|next article|previous article|comments?|\d+ comments?|leave a (?:comment|reply)|follow us|follow|faceb?ook|twitter|x|whatsapp|linkedin|telegram|reddit|instagram|youtube|pinterest|rss|privacy(?: policy)?|cookie (?:policy|settings)|terms(?: (?:of (?:use|service)|and conditions))?|site ?map|accept(?: all)?|reject all|manage (?:options|cookies)|ok|read more|show more|load more|see more|see all|view all|more|font size|a\+|a-|en|reprints|\d+ min(?:ute)?s? read)$/i;

/** Lines of a page's own: links to other articles, newsletters, small print. */
export const FURNITURE_LINES: readonly RegExp[] = [
  /^(?:share|tweet|print|save|e-?mail|follow) (?:this|us|on|via)\b.{0,60}(?<![.!?])$/i,
  /^(?:read more|read also|also read|see also|related|read next|more from|more on|watch|listen)\s*(?::|–|—|»|\|)\s*.{1,160}$/i,
  /^(?:read more|continue reading|learn more|click here|tap here)\b.{0,80}$/i,
  /^(?:sign up|subscribe|register|join|get our)\b.{0,80}\b(?:newsletter|inbox|alerts?|updates|briefing|e-?mail)\b/i,
  /\b(?:sign up|subscribe)\b.{0,40}\bour\b.{0,40}\b(?:newsletter|alerts?|updates|briefing)\b/i,
  /^(?:enter )?your e-?mail(?: address)?\b.{0,40}$/i,
  /\b(?:this (?:site|website|page)|we|our (?:site|website|partners))\b.{0,40}\buses? (?:of )?cookies\b/i,
  /^(?:©|\(c\)\s*\d{4}|copyright\s+(?:©|\(c\)|\d{4}|by\b)).{0,140}$/i,
  /^.{0,80}\ball rights reserved\b\.?.{0,60}$/i,
  /^(?:posted|filed|tagged) (?:in|under)\b.{0,120}$/i,
  /^tags?:.{0,120}$/i,
  /^contact (?:the (?:author|writer|editor)|us)\b.{0,100}$/i,
  /^(?:powered by|hosted by)\b.{0,60}$/i,
];

/** Headings below which nothing of the article stands. */
export const TAIL_HEADING =
  /^(?:related(?: (?:articles?|stories|links?|posts?|topics?|news|coverage|reading))?|most (?:read|popular|viewed|shared)|more (?:from|on|in|stories|news)\b.{0,60}|trending(?: now)?|you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: for you)?|read next|up next|latest (?:news|stories|articles)|editors?['’]? picks?|(?:\d+ )?comments?(?: \(\d+\))?|leave a (?:comment|reply)|join the (?:conversation|discussion)|from (?:around|across) the web|about (?:us|this site)|follow us|newsletter|sections)$/i;

/** The heading of what readers wrote below an article, which nothing else is called. */
export const COMMENTS_HEADING =
  /^(?:\d+ (?:comments?|replies|responses?|thoughts?)(?: (?:on|to)\b.{0,160})?|comments? ?\(\d+\)|(?:leave|post|write|add) a (?:comment|reply))$/i;

/** A line that is a page number, and the number in it. */
export const PAGE_NUMBER =
  /^(?:[-–—|~*[]+\s*)?(?:page|p\.|pg\.?)?\s*(\d{1,4})(?:\s*(?:of|\/)\s*\d{1,4})?(?:\s*[-–—|~*\]]+)?$/i;

/** One that looks like nothing but a page number: "- 3 -", "[ 3 ]", "Page 3 of 7". A bare number may be a list's. */
export const SURE_PAGE_NUMBER = /^(?:[-–—|~*[]+\s*\d{1,4}\s*[-–—|~*\]]+|(?:page|p\.|pg\.?)\s*\d.*)$/i;

/** A running head with its page: "The Marsh Survey, page 3". */
export const RUNNING_HEAD = /^.{0,100}\b(?:page|p\.)\s*(\d{1,4})(?:\s*(?:of|\/)\s*\d{1,4})?$/i;

/** How the heading of a chapter begins: it is no title of a work. */
export const CHAPTER = /^(?:\d+|[IVX]+)[.)]\s|^(?:chapter|part|section)\s+\w+/i;

/** What stands before an author's name. */
export const BY = /^by:?\s+/i;

/** What stands between two names. */
export const NAME_SEPARATOR = /\s*;\s*|\s*,?\s+(?:and|&)\s+/;

/** How the box of a page begins that must not be taken for an article. */
export const BOX = /\bcookies?\b|\bnewsletter\b/i;

/** The small print at a page's foot. */
export const RIGHTS = /^(?:©|\(c\)|copyright)|all rights reserved/i;

/** An author that stands for all who write a page. */
export const CONTRIBUTORS = /^contributors to\b|\bcontributors$/i;

/** The heading that notes at a document's end are given. */
export const NOTES_TITLE = 'Notes';

/** What keeps its hyphen before any word. */
export const HYPHENED_PREFIX =
  /^(?:self|non|vice|ex|quasi|well|half|all|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/;
