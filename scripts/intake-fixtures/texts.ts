/** Texts of the fixtures, all invented. `|` in a word is where a line's end may break it. */

export const MOTHS = {
  first:
    'For one summer the school at Tarn left a lamp burning on its roof, and every morning the pupils counted the moths that had come to it. They expected forty kinds. They found three hundred and six.',
  second:
    'Most of them were small and brown. The caretaker, who had to sweep them up, suggested that the brown ones be counted as one.',
  third:
    'The lamp itself was borrowed from the harbour. It had served a pilot boat for thirty years, and it threw a light so blue that people in the next valley asked the priest about it.',
  last: 'The lists fill four notebooks. They are kept in the school, and anybody who washes their hands may read them.',
} as const;

export const CASKS: readonly string[] = [
  'A cask of the upper valley holds eleven gallons, or did when it was new. The coop|ers made them from chestnut, since oak was kept for the ships, and a chestnut cask shrinks.',
  'Every household owned one. It stood behind the kitchen door, and children were measured against it on their birth|days, which is why the old word for a grown person means somebody who can see over the cask.',
  'The trade came to an end in a single week of the year 1907, when a merchant from the coast set up a table in the market and sold enam|elled buckets at a price that no cooper could match. The coopers stood around the table until evening. Then, one after another, each of them bought a bucket. It was, as the youngest of them told a visitor half a century later, a very good bucket, and he had it still. The others had used theirs for water, for coal, for lambs and in one case as a cradle, and not a single one of the coopers had ever made another cask after that day in the market.',
  'Two casks are left. One is in the town hall and holds umbrellas.',
];

export const KITES = {
  summary:
    'Summary. Kites were flown indoors on forty days without wind. All of them fell. The speed with which they fell depended on the person who held the string, and not on the kite, which the author finds hard to explain.',
  left: [
    'The question whether a kite can fly in still air has been put to the author by children on several occasions, and each time the answer that it cannot was met with the same remark: has anybody tried?',
    'Nobody had. The hall of the old brewery at Sandow was therefore rented for forty days, its windows were sealed with wax, and nine kites were brought in. The kites were of paper, and the strings were of silk, but the persons who held them were of every age and temper that could be',
  ],
  right: [
    'found in the town. Each of them was told to stand still, and to let go when they felt that the kite was ready.',
    'The results are easily told. A kite that was held by a patient person fell slowly. One that was held by a hasty person fell at once, and twice it broke a window.',
    'It remains to be seen what a kite would do if nobody held it.',
  ],
} as const;

export const TOWER = {
  first: [
    'The tower stood at the edge of the village and leaned towards it, as if it wanted to hear what was being said. It had leaned for so long that the houses on that side had been built with their doors at the back.',
    '"It will fall on a Sunday," said my grandmother, who went to church on Saturdays.',
    'She was the only person who had been to the top. She would not say what she had seen there, except that the stairs were clean, and that somebody had left a chair by the window which looked out over the river and the fields and the road',
  ],
  carriedOver: 'that goes down to the coast. The chair was warm, she said.',
  second: [
    'I was nine when I first tried the door. It was not locked.',
    'Inside it smelled of apples. I counted the steps, as one does, and lost count at a hundred and twelve because someone further up had begun to count as well.',
  ],
} as const;

export const FENCES = {
  before:
    'In spring the members walked every lane of the parish and wrote down what stood along it. A hedge with a wire in it was counted as a hedge.',
  table: [
    ['Kind', 'Miles', 'Gates'],
    ['Hedge', '41', '212'],
    ['Wall', '17', '60'],
    ['Wire', '9', '31'],
  ],
  after: 'The members were surprised by the walls. Most of them had been thought to be hedges.',
} as const;

export const STAND = {
  first:
    'The first umbrellas were left on the floor, where they made puddles and were stepped on by guests, and the puddles gave rise to the first quarrels that the town clerk of Low Kerrin had to settle in writing. He settled eleven of them, and in each of his judgements he asked the parties to consider',
  rest: 'whether a pot would not do. It would, as it turned out, and within a year every hall had one.',
  last: 'The oldest pot is still in use.',
  notes: [
    '1 The date is that of the first umbrella. The second came in 1804, and its owner would not say where from or for how much it had been bought.',
    "2 See the clerk's own book, which has a water stain on every page but the last.",
  ],
} as const;
