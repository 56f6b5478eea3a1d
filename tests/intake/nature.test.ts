import { describe, expect, it } from 'vitest';
import { readWorks } from '../../src/intake/readers/read.ts';

async function read(name: string, text: string) {
  const { works } = await readWorks({ name, bytes: new TextEncoder().encode(text) });
  return (works[0]?.passages ?? []).map(({ role, form, heading, terms, text }) => ({
    nature: role ?? form ?? 'prose',
    text,
    ...(heading === undefined ? {} : { heading }),
    ...(terms === undefined ? {} : { terms }),
  }));
}

describe('what a passage is', () => {
  it('follows from its heading: terms of a glossary, and what a reader is to learn', async () => {
    const text = [
      '# Mills',
      'By the end of this chapter, you will be able to name three mills.',
      'By the end of this year you will be able to buy flour at the mill again, the parish says.',
      '## Learning objectives',
      '- Name three mills',
      '## Key terms',
      'Leat. A ditch that leads water to a mill.',
      '- weir: a low dam',
      '- race – fast water',
    ].join('\n\n');
    expect(await read('mills.md', text)).toEqual([
      { nature: 'contents', text: 'By the end of this chapter, you will be able to name three mills.' },
      {
        nature: 'prose',
        text: 'By the end of this year you will be able to buy flour at the mill again, the parish says.',
      },
      { nature: 'contents', heading: 'Learning objectives', text: '• Name three mills' },
      { nature: 'glossary', heading: 'Key terms', terms: ['Leat'], text: 'Leat. A ditch that leads water to a mill.' },
      { nature: 'list', heading: 'Key terms', terms: ['weir', 'race'], text: '• weir: a low dam\n• race – fast water' },
    ]);
  });

  it('is contents where each line only repeats a heading', async () => {
    const text = [
      '# Mills',
      '## Pages',
      '- Grinding .... 12\n- 2.1 Stones',
      '## Parts',
      '1.1 The leat',
      '## Works',
      '- Grinding\n- The weir, which is old',
      '## 1.1 The leat',
      'The water came from a leat.',
      '## Grinding',
      'Grain is ground twice.',
      '### 2.1. Stones',
      'The stones',
    ].join('\n\n');
    const natures = (await read('mills.md', text)).map(({ nature, text }) => [nature, text.split('\n')[0]]);
    expect(natures).toEqual([
      ['contents', '• Grinding .... 12'],
      ['contents', '1.1 The leat'],
      ['list', '• Grinding'],
      ['prose', 'The water came from a leat.'],
      ['prose', 'Grain is ground twice.'],
      ['prose', 'The stones'],
    ]);
  });

  it.each([
    ['Glosario', 'Azud: presa baja de un río', 'glossary'],
    ['4.2 Glossar', 'Wehr: ein niedriger Damm', 'glossary'],
    ['Glossaire', 'Bief : canal qui mène l’eau au moulin', 'glossary'],
    ['Глоссарий', 'Запруда: низкая плотина', 'glossary'],
    ['Literaturverzeichnis', 'Oru, Ana: Mühlen im Tal', 'reference'],
    ['Références', 'A. Oru, Moulins de la vallée', 'reference'],
    ['Lernziele', 'Drei Mühlen nennen können', 'contents'],
    ['Exercices', '1. Où est le bief ?\n2. Nommez trois moulins de la vallée.\n3. Comparez-les.', 'exercise'],
    ['Übungen', '- Arme heben\n- Knie beugen', 'list'],
    ['Quellen', 'Die Mühle hat zwei Quellen.', 'prose'],
  ])('follows from its heading in other languages: %s', async (heading, line, nature) => {
    const passages = await read('mills.md', `# Mills\n\n## Water\n\nThe valley has mills.\n\n## ${heading}\n\n${line}`);
    expect(passages.map(({ nature }) => nature)).toEqual(['prose', nature]);
  });

  it.each([
    'Figure 6.1. The mill at Sandow.',
    'Table 6-2: Sacks by year',
    'Fig. 3 – The weir.',
    'Abbildung 3.2: Die Mühle bei Sandow.',
    'Figura 6.1. El molino de Sandow.',
    'Tabela 2: Sacos por ano',
    'Tableau 2.1 – Les sacs de chaque année.',
    'Рис. 4. Мельница у Сандова.',
  ])('is a caption where it begins with its number: %s', async (line) => {
    const passages = await read('mills.md', `# Mills\n\nThe valley has three mills.\n\n${line}`);
    expect(passages.map(({ nature }) => nature)).toEqual(['prose', 'caption']);
  });

  it("keeps a caption's title apart from its text", async () => {
    const page = `<title>Mills</title><p>The valley has three mills, and the oldest stands at the bridge.</p><table>
      <caption><span data-type="title">Sacks by year</span>The parish counted them.</caption>
      <tr><td>2031</td><td>40</td></tr><tr><td>2032</td><td>44</td></tr></table>`;
    const caption = (await read('mills.html', page)).find(({ nature }) => nature === 'caption');
    expect(caption?.text).toBe('Sacks by year The parish counted them.');
  });

  it('is no heading where a line of plain text says who, when or where', async () => {
    const lines = [
      'The Mills of the Valley',
      'Instructor: Ana Oru',
      'Chapter 1: Water',
      'The water came from a leat four hundred paces long, which was cleaned each spring by both banks.',
      'Room: Old Hall',
      'The forge stands across the stream, since no fire is allowed within forty paces of a mill.',
    ];
    const headings = (await read('mills.txt', lines.join('\n\n'))).map(({ heading }) => heading);
    expect(headings).toEqual([undefined, 'Chapter 1: Water', 'Chapter 1: Water', 'Chapter 1: Water']);
  });
});
