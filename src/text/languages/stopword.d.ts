/** Lists of the commonest words of many languages. The package brings no types. */
declare module 'stopword' {
  type Words = readonly string[];
  export const ara: Words, ben: Words, bul: Words, cat: Words, ces: Words, dan: Words, ell: Words, fas: Words;
  export const fin: Words, heb: Words, hin: Words, hrv: Words, hun: Words, ind: Words, ita: Words, jpn: Words;
  export const kor: Words, nld: Words, nob: Words, pol: Words, ron: Words, slk: Words, slv: Words, swe: Words;
  export const tha: Words, tur: Words, ukr: Words, vie: Words, zho: Words;
}
