import type { Statement } from '../../statement.ts';
import {
  alternatives,
  amount,
  type Groups,
  lowered,
  REST,
  type Rule,
  type StatementRules,
  YEAR,
} from '../statement-rules.ts';

const WORD = String.raw`\p{Lu}[\p{L}.’-]*`;
/** "Роберт Форчун", "Китай": each word with a capital, so that no noun before the verb is taken for a part of a name. */
const NAME = String.raw`(?<subject>${WORD}(?:\s${WORD}){0,4})`;
/** Before "был основан", which tells where it ends: "Музей чая". */
const LONG_NAME = String.raw`(?<subject>${WORD}(?:\s(?!был[аои]?\s)[\p{L}«»“”„"-]+){1,5})`;
const MONTH = alternatives('января февраля марта апреля мая июня июля августа сентября октября ноября декабря');
const IN_MONTH = alternatives('январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре');
const DATE = String.raw`(?:в\s(?:(?:${IN_MONTH})\s)?|\d{1,2}\s(?:${MONTH})\s)${YEAR}\sгод[уа]`;
const DATE_AHEAD = String.raw`(?:В\s(?:(?:${IN_MONTH})\s)?|\d{1,2}\s(?:${MONTH})\s)${YEAR}\sгод[уа]`;
const PASSIVE = String.raw`(?<verb>был[аои]?\s\p{Ll}+(?:ан|ана|ано|аны|ен|ена|ено|ены|ён|ят|ята|ято|яты|ыт|ыта|ыто|ыты))`;
const PAST = String.raw`(?<verb>(?!был[аои]?\s)\p{Ll}+(?:л|ла|ло|ли|лся|лась|лось|лись|ёс|вёз|нёс))`;
const ABOUT = String.raw`(?<about>около|примерно|почти|приблизительно)?\s?`;
const NUMBER = String.raw`(?<number>\d[\d.,\s]*?(?:\s(?:тысяч[аи]?|млн|миллион(?:а|ов)?|млрд|миллиард(?:а|ов)?))?)`;

const SETS_APART = String.raw`(?=.*(?:,\s(?:(?:в|на|с|по|из|для|у|при|к|о|об|от|за)\s)?котор|,\sгде\s|\sдля\s|,\sчтобы\s|,\s(?:служащ|предназначенн|состоящ|используем|применяем)))`;
const NO_GENUS = String.raw`(?!(?:самы[йе]|самая|самое|главн|основн|важн|лучш|единственн|перв|последн|пример|часть|причина|результат|проблема|вопрос|мужчина|женщина|не)\p{L}*)`;
const TERM = String.raw`(?<term>["«]?\p{Lu}\p{Ll}[\p{Ll}-]*(?:\s\p{Ll}[\p{Ll}-]+){0,3}?["»]?)`;

const asked = (told: string): string => `В каком году ${told}?`;

/** By whom and where: no part of what was done, so that two works that date it otherwise are seen to disagree. */
const MADE = /^был[аои]?\s(?:основан|открыт|построен|создан|учрежд|издан|написан|изобрет|сооруж|возвед|разруш|закрыт)/;
const BY_WHOM =
  /\s(?:\p{Ll}+(?:ом|ем|ём|ой|ей|ами|ым|им)\s)*\p{Lu}\p{L}+(?:ом|ем|ым|им|ой|ей)(?:\s\p{Lu}\p{L}+(?:ом|ем|ым|им|ой|ей))*/u;
const PLACE = /\s(?:в|на|под|при)\s[^,]+$/u;

/** A passive asks with its subject behind it: "В каком году был открыт Музей чая?" */
const passive: Rule['read'] = ({
  subject = '',
  verb = '',
  rest: told = '',
  year = '',
}: Groups): Statement | undefined => {
  const rest = MADE.test(verb) ? told.replace(PLACE, '').replace(BY_WHOM, '') : told;
  return /\d{4}/.test(told)
    ? undefined
    : {
        kind: 'event',
        subject,
        attribute: `${verb}${rest}`,
        value: year,
        questions: [asked(`${verb} ${subject}${rest}`), `Когда ${verb} ${subject}${rest}?`],
      };
};

const event: Rule['read'] = ({ subject = '', verb = '', rest = '', year = '' }) =>
  /\d{4}|(?:^|\s)был[аои]?(?:\s|$)/.test(rest)
    ? undefined
    : {
        kind: 'event',
        subject,
        attribute: `${verb}${rest}`,
        value: year,
        questions: [asked(`${subject} ${verb}${rest}`), `Когда ${subject} ${verb}${rest}?`],
      };

const QUESTIONS: Readonly<Record<string, string>> = {
  население: 'Каково',
  высота: 'Какова',
  длина: 'Какова',
  ширина: 'Какова',
  глубина: 'Какова',
  площадь: 'Какова',
};

/** The measure is the subject: what it is of stands in the genitive, and its nominative is not to be had. */
const measure: Rule['read'] = (groups) => {
  const { measured = '', whose = '', unit = '' } = groups;
  const subject = `${lowered(measured)} ${whose}`;
  return {
    kind: 'quantity',
    subject,
    attribute: 'величина',
    value: amount(groups),
    unit,
    questions: [`${QUESTIONS[lowered(measured)] ?? ''} ${subject}?`],
  };
};

const share: Rule['read'] = ({ year, number = '', who = '', what = '' }) => ({
  kind: 'quantity',
  subject: who,
  attribute: `доля: ${what}`,
  value: number,
  unit: '%',
  ...(year === undefined ? {} : { asOf: year }),
  questions: [`Сколько процентов ${who} ${what}?`],
});

/** What places and people are called: their names keep the capital that other terms have from the beginning of a sentence. */
const NAMED =
  /^(?:\p{Ll}+(?:ый|ий|ой|ая|ое|ий)\s)?(?:город|страна|река|область|остров|гора|озеро|море|республика|государство|край|посёлок|село|писатель|поэт|учёный|художник|король|царь|бог|богиня|планета|компания|праздник)/u;

const define: StatementRules['define'] = (term, definition) => {
  const subject = /^[А-ЯЁ][а-яё]/.test(term) && !NAMED.test(definition) ? lowered(term) : term;
  return {
    kind: 'definition',
    subject,
    attribute: 'определение',
    value: definition,
    questions: [`Что такое «${subject}»?`, `Что означает «${subject}»?`],
  };
};

export const russianRules = (): StatementRules => ({
  hedges: `может могут возможно вероятно наверное кажется иногда часто обычно зачастую порой якобы не нет ни никогда я ты вы мы
    мог могли могла бы`,
  opens: `но и а или так тогда однако кроме хотя если пока также это этот эта эти он она оно они здесь там сейчас сегодня потом
    затем его её их после по_данным когда как свой своя сам сама само сами один два три четыре пять шесть семь восемь девять десять`,
  pointsBack: `это этот эта эти этого этой этом этих этому он она оно они его её ее их него неё них ним ней им там здесь тот та те того той
    тех данный данная данное подобный подобная подобное похожий похожая похожее аналогичный аналогичная аналогичное`,
  noTerm: `важн\\p{Ll}* хорош\\p{Ll}* больш\\p{Ll}* интересн\\p{Ll}* полезн\\p{Ll}* возможн\\p{Ll}* типичн\\p{Ll}* следующ\\p{Ll}* объяснение решение преимущество недостаток шаг результат цель задача проблема причина мотив идея пример случай часть автор город село страна регион здание музей книга
    роман фильм мужчина женщина король королева президент компания группа команда программа проект тема вопрос ответ вещь способ
    ключ правда разница следствие главное главный главная суть вывод столица родина год вот другой другая другие первый
    первая второй вторая третий последний последняя новый новая лучший лучшая единственный`,
  small: 'и в по для на с о об',
  inflects: true,
  definitions: [
    new RegExp(String.raw`^${TERM}\s[—–-]\sэто\s${NO_GENUS}(?<value>\p{Ll}.+)\.$`, 'u'),
    new RegExp(String.raw`^${TERM}\s[—–]\s(?!это\s)${SETS_APART}${NO_GENUS}(?<value>\p{Ll}.+)\.$`, 'u'),
    /^(?:(?:Термин|Слово|Понятие|Выражение)\s)(?<term>["«]\p{L}[^,.;:()]{2,50}["»])\s(?:означает|обозначает)\s(?<value>.+)\.$/u,
  ],
  rules: [
    {
      form: new RegExp(String.raw`^${LONG_NAME}\s${PASSIVE}${REST}\s${DATE}(?:\s[^,.;:\d]{2,90})?\.$`, 'u'),
      read: passive,
    },
    {
      form: new RegExp(String.raw`^${DATE_AHEAD},?\s${LONG_NAME}\s${PASSIVE}${REST}\.$`, 'u'),
      read: passive,
    },
    { form: new RegExp(String.raw`^${DATE_AHEAD},?\s${NAME}\s${PAST}${REST}\.$`, 'u'), read: event },
    {
      form: new RegExp(String.raw`^${NAME}\s${PAST}${REST}\s${DATE}(?:\s[вн]а?\s[^,.;:\d]{2,60})?\.$`, 'u'),
      read: event,
    },
    {
      form: new RegExp(
        String.raw`^(?<measured>Население|Высота|Длина|Ширина|Глубина|Площадь)\s(?<whose>(?:\p{Ll}+\s){0,2}${WORD}(?:\s${WORD}){0,3})\s(?:[—–]|составляет|составляла|составляло)\s${ABOUT}${NUMBER}\s(?<unit>человека?|жителей|м|км|метр(?:а|ов)?|километр(?:а|ов)?|кв\. км|км²|квадратных километров)\.$`,
        'u',
      ),
      read: measure,
    },
    {
      form: new RegExp(
        String.raw`^(?:В ${YEAR} году )?(?<number>\d+(?:,\d+)?)\s?(?:%|процент(?:а|ов)?)\s(?<who>[^,.;:\d]{3,60}?)\s(?<what>\p{Ll}+(?:ет|ют|ит|ят|ут|ат|ется|ются|ится|ятся|ло|ли|лось|лись|ла)(?!\p{L})[^,.;:\d]{2,90})\.$`,
        'u',
      ),
      read: share,
    },
  ],
  define,
  standsFor: (initials, words) => ({
    kind: 'acronym',
    subject: initials,
    attribute: 'полное название',
    value: words,
    questions: [`Как расшифровывается ${initials}?`],
  }),
  lived: (name, born, died) => [
    {
      kind: 'event',
      subject: name,
      attribute: 'год рождения',
      value: born,
      questions: [`Каков год рождения человека по имени ${name}?`],
    },
    {
      kind: 'event',
      subject: name,
      attribute: 'год смерти',
      value: died,
      questions: [`Каков год смерти человека по имени ${name}?`],
    },
  ],
});
