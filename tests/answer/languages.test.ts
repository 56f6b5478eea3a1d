import { describe, expect, it } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import { createKnowledgeBase, type KnowledgeBase } from '../../src/answer/knowledge-base.ts';
import { joinCollections } from '../../src/material/load.ts';
import type { Article } from '../../src/material/types.ts';
import { english } from '../../src/text/languages/index.ts';

function libraryOf(id: string, texts: readonly string[]): KnowledgeBase {
  const article: Article = {
    source: { id, title: '', authors: [], publisher: '' },
    passages: texts.map((text, at) => ({
      id: `${id}#${at + 1}`,
      source: id,
      paragraph: at + 1,
      kind: 'quote',
      text,
    })),
  };
  const collection = { id, title: '', description: '', articles: [article], facts: [], terms: [] };
  return createKnowledgeBase(joinCollections([collection]), { language: english });
}

const LIBRARIES: Readonly<Record<string, KnowledgeBase>> = {
  de: libraryOf('de', [
    'Der Hafen von Ostrel wurde 1836 eröffnet. Die Arbeiten leitete die Ingenieurin Klara Venn, die auch Brücken baute.',
    'Unter Ladetiefe versteht man den Abstand zwischen der Wasserlinie und dem tiefsten Punkt eines beladenen Schiffes.',
    'Die Ufermauer ist vier Meter hoch. Die Stadt hat sie nach dem Hochwasser erhöhen lassen.',
  ]),
  es: libraryOf('es', [
    'El ferrocarril de Alcora se inauguró en 1894. El trazado lo proyectó el ingeniero Matías Orduña, de Tarvia.',
    'Se denomina gálibo a las dimensiones máximas de un vehículo que pasa por los túneles de una línea.',
    'Muchos obreros llegaron de Galicia, y en las obras hubo 2.300 de ellos durante siete años.',
  ]),
  fr: libraryOf('fr', [
    'La ruche à cadres fut introduite en 1889 par Jules Marchal. Elle permet de récolter le miel sans détruire la colonie.',
    'On appelle propolis la résine que les ouvrières récoltent sur les bourgeons et dont elles enduisent la ruche.',
    'La reine de la colonie vit quatre ans, mais une ouvrière ne vit que six semaines en été.',
  ]),
  pt: libraryOf('pt', [
    'O jardim de Vilarinho foi fundado em 1811 pelo médico Bento Carvalhal, que queria cultivar plantas medicinais.',
    'Chama-se enxertia a técnica de unir um ramo de uma planta ao tronco de outra.',
    'A estufa abriga mais de 700 espécies tropicais e é a maior do país.',
  ]),
  ru: libraryOf('ru', [
    'Обсерватория на горе Кедровой была основана в 1908 году по предложению астронома Павла Лещинского.',
    'Параллаксом называется видимое смещение звезды относительно далёкого фона при движении наблюдателя.',
    'Главный телескоп построили на заводе, и доставка его зеркала по горной дороге была трудной.',
  ]),
  it: libraryOf('it', [
    'La filigrana è un disegno visibile in controluce, impresso nel foglio durante la fabbricazione della carta.',
    'La cartiera fu aperta nel 1592 da un mercante di Verona, che comprò un vecchio mulino sul torrente.',
    'Nel museo sono esposte le macchine con la filigrana, e il biglietto costa sette euro.',
    'Parole della carta:\n• Forma: telaio con una rete di fili.\n• Marca: segno del fabbricante, spesso un animale.',
  ]),
  tr: libraryOf('tr', [
    'Sarnıcın suyu yağmurdan gelir ve taş oluklarla toplanır. Kubbesi on iki sütunun üzerinde durur.',
    'Bahçedeki narların kabuğu boya yapmak için kurutulur, çünkü rengi yünde uzun süre solmadan kalır.',
    'Köprünün ayakları kışın buzla çarpışmasın diye sivri yapılmıştır. Ustası adını kilit taşına kazımıştır.',
  ]),
  pl: libraryOf('pl', [
    'Muzeum kopalni stoi w mieście, a solanka jest tam pompowana rurami do warzelni.',
    'Solanka to woda, w której rozpuszczona jest duża ilość soli z głębokich warstw.',
    'W styczniu woda zalała dolny poziom kopalni, a akcja ratunkowa trwała dziewięć dni.',
  ]),
};
const answerIn = (code: string, question: string) => ask(LIBRARIES[code] as KnowledgeBase, question);

describe('material in another language than English', () => {
  it.each([
    ['de', 'Was versteht man unter Ladetiefe?', 2],
    ['de', 'Definition von Ladetiefe', 2],
    ['de', 'bedeutung ladetiefe', 2],
    ['es', 'definición de gálibo', 2],
    ['es', 'galibo significado', 2],
    ['fr', "C'est quoi la propolis ?", 2],
    ['fr', 'définition propolis', 2],
    ['pt', 'O que quer dizer enxertia?', 2],
    ['pt', 'definição de enxertia', 2],
    ['ru', 'Что значит параллакс?', 2],
    ['ru', 'определение параллакса', 2],
    ['it', "Che cos'è la filigrana?", 1],
    ['it', "Che cos'è la marca?", 4],
    ['pl', 'Co to jest solanka?', 2],
    ['pl', 'solanka definicja', 2],
  ])('in %s says what a thing is: %s', (code, question, paragraph) => {
    const { verdict, excerpts } = answerIn(code, question);
    expect([verdict, excerpts[0]?.passage.paragraph]).toEqual(['answered', paragraph]);
  });

  it.each([
    ['de', 'Wer leitete die Arbeiten am Hafen von Ostrel?'],
    ['de', 'Warum wurde die Ufermauer erhöht?'],
    ['es', '¿Cuántos obreros trabajaron en las obras?'],
    ['fr', 'Qui a introduit la ruche à cadres ?'],
    ['pt', 'Quantas espécies abriga a estufa?'],
    ['ru', 'Когда была основана обсерватория?'],
    ['it', 'Quando fu aperta la cartiera?'],
    ['it', 'Quanto costa il biglietto del museo?'],
  ])('in %s answers: %s', (code, question) => {
    expect(answerIn(code, question).verdict).toBe('answered');
  });

  it.each([
    ['de', 'Wann starb Klara Venn?'],
    ['es', '¿Cuándo nació Matías Orduña?'],
    ['fr', 'Quand est mort Jules Marchal ?'],
    ['fr', 'Combien coûte la ruche à cadres ?'],
    ['pt', 'Quando nasceu Bento Carvalhal?'],
    ['ru', 'Когда построили главный телескоп?'],
    ['it', 'Quando morì il mercante di Verona?'],
    ['it', 'Chi costruì le macchine del museo?'],
  ])('in %s does not answer what it lacks the word, date or number for: %s', (code, question) => {
    expect(answerIn(code, question).verdict).toBe('close');
  });

  it('has words that ask, where no more is known of a language', () => {
    const { foreignLanguage, respelt } = answerIn('it', 'Quanto costa il biglietto e quando aprì la cartiera?');
    expect([foreignLanguage, respelt]).toEqual([undefined, []]);
    expect(answerIn('it', 'Quando aprì Verona?').foreignLanguage).toBeUndefined();
  });

  it('is not in another language where most words of the question stand in it', () => {
    // "La" and "ce" are common words of French.
    expect(answerIn('tr', 'Taş oluklarla kilit la ce?').foreignLanguage).toBeUndefined();
    expect(answerIn('tr', 'De ce sunt podurile vechi la munte?').foreignLanguage).toBe('ro');
  });

  it.each([
    ['Sarnıcın kubbesi kaç sütunun üzerinde duruyor?', 'kubbe'],
    ['Köprü ayağı neden sivri yapılmış?', 'ayakları'],
    ['Narın kabuğunu neden kuruturlar?', 'kabuğu'],
  ])('is found by forms of its words: %s', (question, part) => {
    const { verdict, excerpts } = answerIn('tr', question);
    expect(verdict).not.toBe('absent');
    expect(excerpts[0]?.passage.text.toLowerCase()).toContain(part);
  });

  it('does not take a German noun for a name', () => {
    expect(answerIn('de', 'Wer leitete den Bau am Hafen von Ostrel?').missing).toEqual([]);
    expect(answerIn('de', 'Was baute Otto Keller am Hafen von Ostrel?').missing).toEqual(['Otto Keller']);
  });
});
