import type { Statement } from '../../../statement.ts';

const POSTS =
  'president|prime minister|foreign minister|defense minister|defence minister|finance minister|chancellor|governor|senator|ambassador|mayor|secretary[- ]general|chief executive|sociologist|psychologist|philosopher|anthropologist|economist|historian|physicist|chemist|biologist|psychiatrist|criminologist|demographer|gerontologist|journalist|novelist|poet|composer|mathematician|astronomer|political scientist|social psychologist|theologian|architect|engineer|botanist|geologist|linguist';
const PERSON = String.raw`(?<name>\p{Lu}[\p{L}’'-]+(?:\s(?:\p{Lu}\.|\p{Lu}[\p{L}’'-]+|de|von|van|du|da))*\s\p{Lu}[\p{L}’'-]+)`;
const BEFORE = new RegExp(
  String.raw`(?:^|(?<!\b[Vv]ice|\b[Dd]eputy|\b[Aa]ssistant)\s)(?<post>(?:[Ff]ormer\s)?(?:\p{Lu}\p{Ll}+(?:an|ese|ish|ch|i|ic)\s|U\.S\.\s)?(?:${POSTS.replace(/\b\w/g, (letter) => `[${letter.toUpperCase()}${letter}]`)}))\s${PERSON}`,
  'gu',
);

export function peopleIn(sentence: string): readonly Statement[] {
  return [...sentence.matchAll(BEFORE)].flatMap(({ groups: { post = '', name = '' } = {} }) => {
    if (/\b(?:University|College|Institute|Party|Act|Award|Prize|House|Street|School)\b/.test(name)) return [];
    const value = /^[A-Z][a-z]+(?:\s[A-Z][a-z]+)+$|^\p{Lu}\p{Ll}+(?:an|ese|ish|ch)\s/u.test(post)
      ? post
      : post.charAt(0).toLowerCase() + post.slice(1);
    const person = name.replace(/[’']s$/, '');
    return [
      {
        kind: 'person' as const,
        subject: person,
        attribute: 'post or profession',
        value,
        questions: [`What is the post or profession of ${person}?`, `Who is ${person}?`],
      },
    ];
  });
}
