import { describe, expect, it } from 'vitest';
import { passagesOf, workOf } from './formats/reading.ts';

const FIRST =
  'The ferry at Anselm Reach was pulled along a chain by two men, and carried four carts or thirty sheep at a time.';
const SECOND = 'The chain was laid in 1811, and lifted when the bridge was opened forty years later.';
const THIRD = 'In frost the men broke the ice with iron bars before each crossing, which took them up to an hour.';

const page = (body: string) => `<html><head><title>The ferry</title></head><body>${body}</body></html>`;

/** The texts of the passages that a page becomes; its account adds up. */
const textsOf = async (body: string): Promise<string[]> =>
  passagesOf(await workOf('page.html', page(body))).map(([, , text = '']) => text);

describe('a short page without a clear article', () => {
  const links = (...names: string[]) => names.map((name) => `<li><a href="#">${name}</a></li>`).join('');

  it('is read without the menus and feet around it', async () => {
    const texts = await textsOf(`
      <div class="sidebar"><ul>${links('Courses', 'Grades', 'Calendar')}</ul></div>
      <div class="panel"><h2>Ferry closed</h2><p>${SECOND}</p><ul>${links('Old ferries', 'Chains')}</ul></div>
      <footer>Anselm College</footer>`);
    expect(texts).toEqual([SECOND, '• Old ferries\n• Chains']);
  });

  it('is read without its comments, which other pages consist of', async () => {
    const comments = `<div id="comments"><p>${THIRD}</p><p>${SECOND}</p></div>`;
    expect(await textsOf(`<div><h1>The ferry</h1><p>${FIRST}</p></div>${comments}`)).toEqual([FIRST]);
    expect(await textsOf(`<nav>Home</nav>${comments}`)).toEqual([THIRD, SECOND]);
  });

  it('is read without what stands beside its main part', async () => {
    const texts = await textsOf(`
      <div class="related"><h3>Navigation</h3><ul>${links('index', 'next', 'The book of ferries')}</ul></div>
      <div role="main"><h1>The ferry</h1><p>${SECOND}</p><pre>chain --length 300</pre></div>
      <div role="navigation">Pages 1 2 3</div>`);
    expect(texts).toEqual([SECOND, 'chain --length 300']);
  });
});

describe('posts of a forum', () => {
  const post = (text: string) => `<form class="post"><input type="hidden" name="id"><p>${text}</p></form>
    <ul><li><a href="#">permalink</a></li><li><a href="#">report</a></li></ul>`;

  it('are text though a form stands around each, and the links below each are none', async () => {
    const texts = await textsOf(`<div class="menu"></div><div>${[FIRST, SECOND, THIRD].map(post).join('')}</div>
      <form><p>Tell us what you think of the ferry and of this page.</p><textarea></textarea></form>`);
    expect(texts).toEqual([FIRST, SECOND, THIRD]);
  });
});

describe('what readers wrote below an article', () => {
  it('is left out from its heading on, also without a name in the markup', async () => {
    const said = '<div>Ida</div><div>My grandfather pulled that chain for nine years.</div>';
    const article = `<div class="menu"></div><h1>The ferry</h1><p>${FIRST}</p><p>${SECOND}</p><p>${THIRD}</p>`;
    expect(await textsOf(`${article}<h3>1 comment</h3>${said}`)).toEqual([FIRST, SECOND, THIRD]);
    expect(await textsOf(`<div class="menu"></div><h3>1 comment</h3>${said}`)).toContain(
      'My grandfather pulled that chain for nine years.',
    );
  });
});

describe('the signs that lead to notes', () => {
  it('are left out where the page calls them so, though they are set like text', async () => {
    const sign = '<a epub:type="noteref" href="#n1">1</a>';
    const back = '<a role="doc-backlink" href="#r1">back</a>';
    const sentence = '<a role="doc-noteref" href="#n1">as the note says</a>';
    expect(await textsOf(`<p>It sank${sign}, ${sentence}.</p><p>In 1811. ${back}</p>`)).toEqual([
      'It sank, as the note says.',
      'In 1811.',
    ]);
  });
});

describe('a page that leaves tags out', () => {
  it.each(['', '<html>', '<!doctype html><title>The ferry</title>'])('is read like any other: %s', async (head) => {
    const nav = '<nav><a href="#">Home</a></nav><div class="sidebar"><a href="#">Grades</a></div>';
    const work = await workOf('page.html', `${head}${nav}<div><h1>Ferry</h1><p>${FIRST}<p>${SECOND}</div>`);
    expect(work.passages.map(({ text }) => text)).toEqual([FIRST, SECOND]);
  });
});

describe('links and boxes that stand side by side', () => {
  it('are words of their own where the page lays them out apart', async () => {
    const links = '<a href="#">the list</a><a href="#">The ledger</a>';
    const boxes = '<div style="display: flex"><span>Sack</span><span>12 crowns</span></div>';
    expect(
      await textsOf(`<p>See ${links}.</p>${boxes}<p>You<b>Tube</b> and <i>a</i><i>b</i>; 東<a>京</a><a>都</a></p>`),
    ).toEqual(['See the list The ledger.', 'Sack 12 crowns', 'YouTube and ab; 東京都']);
  });

  it('are told so where they are left out', async () => {
    const nav = '<nav><a href="#">Sign in</a><a href="#">Prices</a><div>Home</div><div>Help</div></nav>';
    const { account } = await workOf(
      'page.html',
      page(`${nav}<main><h1>Ferry</h1><p>${FIRST}</p><p>${SECOND}</p></main>`),
    );
    const [left] = account?.omitted.filter(({ reason }) => reason === 'navigation') ?? [];
    expect(left?.shown).toEqual(['Sign in Prices', 'Home', 'Help']);
  });
});
