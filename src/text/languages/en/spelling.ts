/**
 * One spelling for words that British and American usage write differently, so that either finds the other.
 * The result is for comparing, never for showing: "-ize" becomes "-ise" because the Porter stemmer would
 * otherwise cut "organization" down to "organ".
 */
const OUR =
  /(arb|arm|behavi|cand|clam|col|demean|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|neighb|od|parl|ranc|rig|rum|sav|splend|tum|val|vap|vig)our/;
const CENTRE = /^((?:kilo|centi|milli|milli|epi)?(?:cent|theat|met|lit|fib|calib|sab|lust|spect|meag|somb))re(s|d)?$/;
const DIGRAPHS =
  /(anaem|anaesth|archaeo|caes(?=ar|ium)|encyclopaed|faec|foet|gynaec|haem|leukaem|mediaev|oesoph|oestr|orthopaed|paed|palaeo|diarrhoe)/;

const WHOLE: Readonly<Record<string, string>> = {
  defense: 'defence',
  defenses: 'defences',
  offense: 'offence',
  offenses: 'offences',
  pretense: 'pretence',
  license: 'licence',
  licenses: 'licences',
  licensed: 'licenced',
  licensing: 'licencing',
  practise: 'practice',
  practised: 'practiced',
  practising: 'practicing',
  program: 'programme',
  programs: 'programmes',
  gray: 'grey',
  catalog: 'catalogue',
  catalogs: 'catalogues',
  dialog: 'dialogue',
  dialogs: 'dialogues',
  aluminum: 'aluminium',
  sulfur: 'sulphur',
  plow: 'plough',
  jewelry: 'jewellery',
  maneuver: 'manoeuvre',
  maneuvers: 'manoeuvres',
  mold: 'mould',
  molds: 'moulds',
  skeptic: 'sceptic',
  skeptical: 'sceptical',
  airplane: 'aeroplane',
  airplanes: 'aeroplanes',
  aging: 'ageing',
  judgement: 'judgment',
  judgements: 'judgments',
  fulfil: 'fulfill',
  fulfils: 'fulfills',
  enrol: 'enroll',
  enrolment: 'enrollment',
  skilful: 'skillful',
  instalment: 'installment',
  tyre: 'tire',
  tyres: 'tires',
  kerb: 'curb',
  mum: 'mom',
  artefact: 'artifact',
  artefacts: 'artifacts',
};
/** Words that are written so everywhere. */
const WITH_Z = /^(?:pr|se|(?:cap|down|over|re)?s)iz/;

/** Takes and gives a folded word. */
export function oneSpelling(word: string): string {
  if (word.length < 4) return word;
  const whole = Object.hasOwn(WHOLE, word) ? WHOLE[word] : undefined;
  if (whole !== undefined) return whole;
  let result = word.replace(OUR, '$1or');
  if (result.length >= 6 && !WITH_Z.test(result))
    result = result.replace(/([iy])z(e|ed|es|ing|er|ers|ation|ations|ational)$/, '$1s$2');
  return result.replace(CENTRE, '$1er$2').replace(DIGRAPHS, (cluster) => cluster.replace('ae', 'e').replace('oe', 'e'));
}
