/**
 * The ideographs that the radicals U+2E80 to U+2EF3 stand for (Unicode: Equivalent_Unified_Ideograph). Fonts draw both alike, and
 * PDFs of browsers name the radical where the ideograph is meant; the other radicals, from U+2F00, are known to `normalize`.
 */
const IDEOGRAPHS = [
  ...'⺀厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵⺚旡日月歺母民氵氺灬爫爫丬牛',
  ...'犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑',
  ...'钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟',
];

const FIRST = 0x2e80;

/** Text with ideographs in the place of radicals. */
export const withoutRadicals = (text: string): string =>
  text
    .replace(/[\u2e80-\u2ef3]/g, (radical) => IDEOGRAPHS[radical.charCodeAt(0) - FIRST] ?? radical)
    .replace(/[\u2f00-\u2fd5]/g, (radical) => radical.normalize('NFKC'));
