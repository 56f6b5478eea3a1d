import { FORMS_OF, regular } from './irregular.ts';

/** The base of a verb's past form: "opened" is "open", "wrote" is "write". Undefined where it is no past form that is known. */
export function baseOf(past: string): string | undefined {
  const irregular = OTHER_WORDS.get(past) ?? regular(past);
  if (irregular !== past || OTHER_WORDS.has(past)) return irregular;
  return /[aeiouy].*ed$/.test(past) ? baseOfRegular(past.slice(0, -2)) : undefined;
}

/** "opened" of "opened", "written" of "wrote". */
export function participleOf(past: string): string | undefined {
  const base = baseOf(past);
  if (base === undefined || past.endsWith('ed')) return base && past;
  if (LIKE_BASE.has(base)) return base;
  const forms = FORMS_OF.get(base) ?? [];
  const at = forms.indexOf(past);
  return at === -1 && !OTHER_WORDS.has(past) ? undefined : (forms[at + 1] ?? past);
}

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Past forms that are other words too, and are none behind a name; the stemmer leaves them alone. */
const OTHER_WORDS = new Map([
  ['left', 'leave'],
  ['saw', 'see'],
  ['felt', 'feel'],
  ['laid', 'lay'],
  ['made', 'make'],
  ['set', 'set'],
  ['put', 'put'],
  ['cut', 'cut'],
  ['rebuilt', 'rebuild'],
]);
/** Verbs whose participle is their base. */
const LIKE_BASE = words('become come run overcome');

/** Stems that nearly always have lost an "e" before "ed". */
const WITH_E =
  /(?:[cgsuvz]|[^aeioul]l|[^eo]at|[^o]ut|[^aeiou](?:[aiou]d|ot|[aiou]k|[aiou]m|ap|yp|[aiu]r|in|[iou]b)|^[^aeiou]*[aiou][lpr])$/;
const TAKE_E =
  words(`creat unit invit cit recit excit incit ignit complet compet delet conced preced reced imped restor explor
  ignor ador interfer adher postpon dethron conven interven tun compil exil schedul consol bath breath cloth persuad dissuad
  requir acquir inquir enquir`);
const TAKE_NONE =
  words(`belong hang long bang combat format pilot pivot riot ballot program ransom blossom fathom murmur
  focus bias`);
/** "controlled", where "called" and "installed" keep both. */
const ONE_L =
  words(`control patrol cancel travel label model expel compel rebel propel fulfil level fuel tunnel channel signal
  dispel excel enrol annul equal rival total`);
const TWICE = words('add err');

function baseOfRegular(stem: string): string {
  if (/[^aeiou]i$/.test(stem)) return `${stem.slice(0, -1)}y`;
  if (ONE_L.has(stem.slice(0, -1)) && stem.endsWith('ll')) return stem.slice(0, -1);
  if (/([bdgkmnprt])\1$/.test(stem)) return TWICE.has(stem) ? stem : stem.slice(0, -1);
  if (/(?:ss|ff|zz|ll)$/.test(stem) || TAKE_NONE.has(stem)) return stem;
  return TAKE_E.has(stem) || WITH_E.test(stem) ? `${stem}e` : stem;
}
