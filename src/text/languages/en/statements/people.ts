import type { Statement } from '../../../statement.ts';
import { HEDGE } from './plain.ts';

const POSTS =
  'president|prime minister|foreign minister|defense minister|defence minister|finance minister|chancellor|governor|senator|ambassador|mayor|secretary[- ]general|chief executive|sociologist|psychologist|philosopher|anthropologist|economist|historian|physicist|chemist|biologist|psychiatrist|criminologist|demographer|gerontologist|journalist|novelist|poet|composer|mathematician|astronomer|political scientist|social psychologist|theologian|architect|engineer|botanist|geologist|linguist';
const PERSON = String.raw`(?<name>\p{Lu}[\p{L}’'-]+(?:\s(?:\p{Lu}\.|\p{Lu}[\p{L}’'-]+|de|von|van|du|da))*\s\p{Lu}[\p{L}’'-]+)`;
const BEFORE = new RegExp(
  String.raw`(?:^|(?<!\b[Vv]ice|\b[Dd]eputy|\b[Aa]ssistant)\s)(?<post>(?:[Ff]ormer\s)?(?:\p{Lu}\p{Ll}+(?:an|ese|ish|ch|i|ic)\s|U\.S\.\s)?(?:${POSTS.replace(/\b\w/g, (letter) => `[${letter.toUpperCase()}${letter}]`)}))\s${PERSON}`,
  'gu',
);

/** Nouns that a post ends in, or has before "of". */
const HEAD = String.raw`(?:${POSTS}|minister|director|head|founder|co-founder|chair|chairman|chairwoman|chairperson|manager|master|keeper|curator|professor|lecturer|teacher|headmaster|lawyer|judge|bishop|archbishop|abbot|painter|sculptor|writer|singer|farmer|miller|shipbuilder|merchant|surveyor|captain|admiral|general|doctor|physician|surgeon|nurse|leader|secretary|treasurer|spokesman|spokeswoman|spokesperson|scientist|researcher|explorer|inventor|entrepreneur|industrialist|beekeeper|librarian|\p{Ll}{3,}(?:ologist|ographer|ician))`;
const OF_WHAT = String.raw`(?:\s(?:of|for|at)\s(?:the\s)?[\p{L}’-]+(?:\s(?:and\s|of\s|the\s)*(?!and|who|that|in|from)[\p{L}’-]+){0,4}?)?`;
const POST = String.raw`(?:the\s|an?\s|then\s)?(?<post>(?:former\s|first\s|chief\s)?(?:(?!of\s|for\s|to\s|from\s|in\s|and\s|or\s|by\s)[\p{L}’-]+\s){0,2}${HEAD}${OF_WHAT})`;
/** "Anna Reyes, the minister of water, …" */
const BEHIND = new RegExp(String.raw`(?<=^|\s)${PERSON},\s${POST}(?=,|\.$)`, 'gu');
/** "…, the minister of water, Anna Reyes" */
const AHEAD = new RegExp(
  String.raw`\s${POST.replace(String.raw`(?:the\s|an?\s|then\s)?`, String.raw`the\s`)},\s${PERSON}(?=,|\.$)`,
  'gu',
);
/** "Ada Harding was an English engineer who …" */
const WAS = new RegExp(
  String.raw`^${PERSON}\s(?:was|is)\s(?=an?\s|the\s)${POST}(?=\s(?:who|from|in|whose|and)\s|,|\.$)`,
  'gu',
);
const NO_PERSON =
  /\b(?:University|College|Institute|Party|Act|Award|Prize|House|Street|School|Bridge|Company|Board|Museum|Society|Union|Council|Ministry|Department|Church|United|States|River|Lake|County|City|Club|Museum|Bank|The|In|On|At|By|When|After|Before|As|With|For|From|Like)\b/;

export function peopleIn(sentence: string): readonly Statement[] {
  const found = [...postsBefore(sentence), ...[BEHIND, AHEAD, WAS].flatMap((form) => postsIn(form, sentence))];
  return found.filter(({ subject }, at) => found.findIndex((other) => other.subject === subject) === at);
}

function postsIn(form: RegExp, sentence: string): Statement[] {
  return [...sentence.matchAll(form)].flatMap(({ groups: { name = '', post = '' } = {} }) =>
    NO_PERSON.test(name) || /^(?:his|her|its|their|one|two|another)\s/i.test(post) || HEDGE.test(post)
      ? []
      : [holds(name, post)],
  );
}

function postsBefore(sentence: string): Statement[] {
  return [...sentence.matchAll(BEFORE)].flatMap(({ groups: { post = '', name = '' } = {} }) => {
    if (/\b(?:University|College|Institute|Party|Act|Award|Prize|House|Street|School)\b/.test(name)) return [];
    const value = /^[A-Z][a-z]+(?:\s[A-Z][a-z]+)+$|^\p{Lu}\p{Ll}+(?:an|ese|ish|ch)\s/u.test(post)
      ? post
      : post.charAt(0).toLowerCase() + post.slice(1);
    const person = name.replace(/[’']s$/, '');
    return [holds(person, value)];
  });
}

function holds(person: string, post: string): Statement {
  return {
    kind: 'person',
    subject: person,
    attribute: 'post or profession',
    value: post,
    questions: [`Who is ${person}?`, `What is the post or profession of ${person}?`],
  };
}
