/**
 * That a question was asked in a language which is not searched, and what is found all the same: in the question's own
 * language, which its asker reads, whatever the reply's is.
 */
const NOTICES: Readonly<Record<string, readonly [notice: string, found: string]>> = {
  ar: ['أبحث هنا بلغة أخرى.', 'هذا ما تجده الأسماء والأرقام:'],
  bg: ['Тук търся на друг език.', 'Ето какво намират имената и числата:'],
  bn: ['এখানে আমি অন্য ভাষায় খুঁজি।', 'নাম ও সংখ্যা দিয়ে যা পাওয়া যায়:'],
  ca: ['Aquí cerco en una altra llengua.', 'Això és el que troben els noms i els nombres:'],
  cs: ['Tady hledám v jiném jazyce.', 'Tohle najdou jména a čísla:'],
  da: ['Her søger jeg på et andet sprog.', 'Det her finder navne og tal:'],
  de: ['Ich suche hier in einer anderen Sprache.', 'Was Namen und Zahlen finden:'],
  el: ['Εδώ αναζητώ σε άλλη γλώσσα.', 'Αυτά βρίσκουν τα ονόματα και οι αριθμοί:'],
  en: ['I search in another language here.', 'This is what names and numbers find:'],
  es: ['Aquí busco en otro idioma.', 'Esto encuentran los nombres y números:'],
  fa: ['اینجا به زبان دیگری جستجو می‌کنم.', 'نام‌ها و عددها این را پیدا می‌کنند:'],
  fi: ['Täällä haen toisella kielellä.', 'Nimet ja numerot löytävät tämän:'],
  fr: ['Je cherche ici dans une autre langue.', 'Ce que trouvent les noms et les nombres :'],
  he: ['כאן אני מחפש בשפה אחרת.', 'זה מה ששמות ומספרים מוצאים:'],
  hi: ['यहाँ मैं दूसरी भाषा में खोजता हूँ।', 'नामों और संख्याओं से यह मिलता है:'],
  hr: ['Ovdje tražim na drugom jeziku.', 'Ovo pronalaze imena i brojevi:'],
  hu: ['Itt más nyelven keresek.', 'Ezt találják a nevek és a számok:'],
  id: ['Di sini saya mencari dalam bahasa lain.', 'Inilah yang ditemukan lewat nama dan angka:'],
  it: ['Qui cerco in un’altra lingua.', 'Questo è ciò che trovano i nomi e i numeri:'],
  ja: ['ここでは別の言語で検索しています。', '名前と数字で見つかったもの:'],
  ko: ['여기서는 다른 언어로 검색합니다.', '이름과 숫자로 찾은 것:'],
  nb: ['Her søker jeg på et annet språk.', 'Dette finner navn og tall:'],
  nl: ['Ik zoek hier in een andere taal.', 'Dit vinden namen en getallen:'],
  pl: ['Szukam tu w innym języku.', 'Oto co znajdują nazwy i liczby:'],
  pt: ['Aqui pesquiso em outro idioma.', 'O que os nomes e números encontram:'],
  ro: ['Aici caut în altă limbă.', 'Iată ce găsesc numele și numerele:'],
  ru: ['Здесь я ищу на другом языке.', 'Вот что находят имена и числа:'],
  sk: ['Tu hľadám v inom jazyku.', 'Toto nájdu mená a čísla:'],
  sl: ['Tukaj iščem v drugem jeziku.', 'To najdejo imena in številke:'],
  sv: ['Här söker jag på ett annat språk.', 'Det här hittar namn och siffror:'],
  th: ['ที่นี่ค้นหาในภาษาอื่น', 'นี่คือสิ่งที่พบจากชื่อและตัวเลข:'],
  tr: ['Burada başka bir dilde arama yapıyorum.', 'Adlar ve sayılarla bulunanlar:'],
  uk: ['Тут я шукаю іншою мовою.', 'Ось що знаходять імена й числа:'],
  vi: ['Ở đây tôi tìm bằng ngôn ngữ khác.', 'Đây là những gì tên và số tìm được:'],
  zh: ['这里用另一种语言搜索。', '按名称和数字找到的内容：'],
};

/** So many languages are named. */
const MAX_NAMED = 3;

interface ForeignNotice {
  /** Codes of the languages that are searched. */
  readonly searched?: readonly string[] | undefined;
  /** Passages stand below. */
  readonly hasFound: boolean;
}

/** "I search in another language here: Spanish." `code`: of the question's language. */
export function foreignLanguageNotice(code: string, { searched = [], hasFound }: ForeignNotice): string {
  const [notice, found] = NOTICES[code] ?? (NOTICES.en as [string, string]);
  const names = namesOf(searched, NOTICES[code] === undefined ? 'en' : code);
  const said = names === undefined ? notice : notice.replace(/([.。।]?)$/u, (end) => `: ${names}${end}`);
  return hasFound ? `${said} ${found}` : said;
}

/** The names of languages in one of them; undefined where it cannot be said which they are. */
function namesOf(codes: readonly string[], locale: string): string | undefined {
  const names = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' });
  const known = codes.flatMap((code) => (code === UNKNOWN ? [] : (names.of(code) ?? [])));
  return known.length === 0 || known.length > MAX_NAMED ? undefined : new Intl.ListFormat(locale).format(known);
}

/** A language of no name. */
const UNKNOWN = 'und';
