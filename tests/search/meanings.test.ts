import { describe, expect, it } from 'vitest';
import { createIndex, type SearchDocument } from '../../src/search/index.ts';
import { analyserOf } from '../../src/text/analyser.ts';
import { english } from '../../src/text/languages/index.ts';

const paragraphs = [
  'The harbour master closed the quay on Tuesday, and the keeper of the lamp stayed in the village.',
  'In the third winter the physician turned down the salary that the council had offered him.',
  'A ferry runs between the island and the mainland twice a day from spring until the first snow.',
  'The council met in the village hall, where the keeper read the minutes of the last winter.',
];

function firstFor(question: string, language?: string): string | undefined {
  const documents: SearchDocument[] = paragraphs.map((text, at) => ({
    id: String(at),
    group: 'island',
    title: 'Notes',
    text,
    ...(at === 1 && language !== undefined ? { language } : {}),
  }));
  return createIndex(documents, analyserOf(english)).search(question).hits[0]?.id;
}

describe('a question in other words than the material', () => {
  // Of the words that say what it is about the passage has none.
  const question = 'What pay did the doctor refuse, as the people of the village tell?';

  it('finds the passage whose words are nearest in meaning', () => {
    const { hits } = createIndex(
      paragraphs.map((text, at) => ({ id: String(at), group: 'island', title: 'Notes', text })),
      analyserOf(english),
    ).search(question);
    const [first] = hits;
    expect(first?.id).toBe('1');
    expect(first?.bearing).toBeGreaterThan(first?.coverage ?? 1);
  });

  it('is compared by meaning with passages in the language of the index alone', () => {
    expect(firstFor(question)).toBe('1');
    expect(firstFor(question, 'de')).not.toBe('1');
  });

  it('is as before where a passage has most of its words', () => {
    const { hits } = createIndex(
      paragraphs.map((text, at) => ({ id: String(at), group: 'island', title: 'Notes', text })),
      analyserOf(english),
    ).search('When does the ferry run between the island and the mainland?');
    expect(hits[0]?.id).toBe('2');
    for (const { bearing, coverage } of hits) expect(bearing).toBe(coverage);
  });
});
