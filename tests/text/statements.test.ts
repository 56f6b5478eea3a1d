import { describe, expect, it } from 'vitest';
import { languageOf } from '../../src/text/languages/index.ts';

const statedIn = (code: string, sentence: string) =>
  languageOf(code)
    .statements.statementsIn(sentence)
    .map(({ kind, subject, attribute, value, unit, asOf, questions: [question] }) =>
      [kind, subject, attribute, value, unit, asOf, question].filter((cell) => cell !== undefined).join(' | '),
    );

describe('what points at another sentence', () => {
  it.each([
    ['es', 'Un estator es una serie similar de palas que sirve para guiar el vapor.'],
    ['pt', 'Um estator é uma série semelhante de pás que serve para guiar o vapor.'],
    ['fr', 'Une buse est un tube similaire qui sert à guider la vapeur.'],
    ['de', 'Ein Stator ist ein ähnlicher Ring, der den Dampf lenkt.'],
    ['ru', 'Статор — это подобный ряд лопаток, который направляет пар.'],
  ])('gives nothing in %s', (code, sentence) => {
    expect(statedIn(code, sentence)).toEqual([]);
    const alone = sentence.replace(/ (?:similar|semelhante|similaire|ähnlicher|подобный)(?= )/, '');
    expect(statedIn(code, alone)).toHaveLength(1);
  });
});

describe('what a sentence states', () => {
  it.each([
    [
      'es',
      'Un samovar es un recipiente que sirve para hervir agua.',
      'definition | samovar | definición | un recipiente que sirve para hervir agua | ¿Qué significa «samovar»?',
    ],
    [
      'es',
      'Se denomina marchitado a la fase en la que la hoja pierde agua.',
      'definition | marchitado | definición | la fase en la que la hoja pierde agua | ¿Qué significa «marchitado»?',
    ],
    [
      'es',
      'El Molino del Norte fue fundado el 3 de mayo de 1790 en Sandow.',
      'event | Molino del Norte | fue fundado | 1790 | ¿En qué año fue fundado el Molino del Norte?',
    ],
    [
      'es',
      'La Harina del Sur fue fundada en 1987 por Carmen Ortiz y crece.',
      'event | Harina del Sur | fue fundada | 1987 | ¿En qué año fue fundada la Harina del Sur?',
    ],
    [
      'es',
      'La Harina del Sur fue fundada por Carmen Ortiz.',
      'person | Harina del Sur | fundada por | Carmen Ortiz | ¿Quién fundó la Harina del Sur?',
    ],
    [
      'es',
      'La Harina del Sur produce 40 toneladas de pan al año.',
      'quantity | Harina del Sur | número de toneladas de pan (produce al año) | 40 | toneladas de pan | ¿Cuántas toneladas de pan produce la Harina del Sur al año?',
    ],
    [
      'es',
      'Un saco de harina cuesta 12 euros.',
      'quantity | saco de harina | precio | 12 | euros | ¿Cuánto cuesta un saco de harina?',
    ],
    [
      'es',
      'Tolva: caja de madera en la que cae el grano.',
      'definition | Tolva | definición | caja de madera en la que cae el grano | ¿Qué significa «Tolva»?',
    ],
    [
      'es',
      'El Salvador fue fundado en 1790.',
      'event | El Salvador | fue fundado | 1790 | ¿En qué año fue fundado el Salvador?',
    ],
    [
      'es',
      'Ana Ruiz, ministra de Aguas, llegó.',
      'person | Ana Ruiz | cargo o profesión | ministra de Aguas | ¿Quién es Ana Ruiz?',
    ],
    [
      'es',
      'El Valle Alto tiene tres pueblos: Arlés, Vadillo y Torre.',
      'list | Valle Alto | pueblos | Arlés, Vadillo y Torre | ¿Qué pueblos tiene el Valle Alto?',
    ],
    [
      'pt',
      'A Torre do Norte foi fundada em 1987 por Ana Reis.',
      'person | Torre do Norte | fundada por | Ana Reis | Por quem foi fundada a Torre do Norte?',
    ],
    [
      'fr',
      'La Tour du Nord a été fondée par Anne Roux en 1987.',
      'event | Tour du Nord | a été fondée | 1987 | En quelle année la Tour du Nord a-t-elle été fondée ?',
    ],
    [
      'fr',
      'La Tour du Nord a été fondée par Anne Roux en 1987.',
      'person | Tour du Nord | fondée par | Anne Roux | Par qui la Tour du Nord a-t-elle été fondée ?',
    ],
    [
      'de',
      'Die Obere Mühle wurde 1712 vom Müller Johann Krug erbaut.',
      'event | Obere Mühle | wurde erbaut | 1712 | In welchem Jahr wurde die Obere Mühle erbaut?',
    ],
    [
      'de',
      'Die Obere Mühle wurde 1712 vom Müller Johann Krug erbaut.',
      'person | Obere Mühle | erbaut von | Johann Krug | Wer hat die Obere Mühle erbaut?',
    ],
    [
      'de',
      'Johann Krug, der Müller von Harl, starb 1745.',
      'person | Johann Krug | Amt oder Beruf | Müller von Harl | Wer ist Johann Krug?',
    ],
    [
      'de',
      'Harl hat 5.200 Einwohner und liegt an der Erl.',
      'quantity | Harl | Einwohner | 5.200 | Einwohner | Wie viele Einwohner hat Harl?',
    ],
    [
      'de',
      'Glasbruch: zerschlagenes Glas, das eingeschmolzen wird.',
      'definition | Glasbruch | Definition | zerschlagenes Glas, das eingeschmolzen wird | Was bedeutet „Glasbruch“?',
    ],
    [
      'ru',
      'Музей чая был основан купцом Петром Лавровым в 1876 году.',
      'event | Музей чая | был основан | 1876 | В каком году был основан Музей чая?',
    ],
    [
      'es',
      'En 2010, el 35 % de los molineros usaba motores.',
      'quantity | molineros | porcentaje: usaba motores | 35 | % | 2010 | ¿Qué porcentaje de los molineros usaba motores?',
    ],
    [
      'pt',
      'A torrefação é o processo pelo qual os grãos perdem água.',
      'definition | torrefação | definição | o processo pelo qual os grãos perdem água | O que significa “torrefação”?',
    ],
    [
      'pt',
      'A Lei dos Moinhos foi aprovada em 1848.',
      'event | Lei dos Moinhos | foi aprovada | 1848 | Em que ano foi aprovada a Lei dos Moinhos?',
    ],
    [
      'pt',
      'O Pico do Vento tem 2.891 metros de altitude.',
      'quantity | Pico do Vento | altitude | 2.891 | metros | Qual é a altitude do Pico do Vento?',
    ],
    [
      'fr',
      'Une bouée est un objet qui flotte au-dessus de son ancre.',
      'definition | bouée | définition | un objet qui flotte au-dessus de son ancre | Que signifie « bouée » ?',
    ],
    [
      'fr',
      'La tour du Nord a été détruite en 1703 par une tempête.',
      'event | tour du Nord | a été détruite | 1703 | En quelle année la tour du Nord a-t-elle été détruite ?',
    ],
    [
      'fr',
      'Sandow compte environ 830 habitants.',
      'quantity | Sandow | population | environ 830 | habitants | Quelle est la population de Sandow ?',
    ],
    [
      'de',
      'Am 1. April 1790 gründete Anna Weber die Mühle am Bach.',
      'event | Anna Weber | gründete die Mühle am Bach | 1790 | In welchem Jahr gründete Anna Weber die Mühle am Bach?',
    ],
    [
      'de',
      'Die Hemmung ist der Teil einer Uhr, der das Räderwerk anhält.',
      'definition | Hemmung | Definition | der Teil einer Uhr, der das Räderwerk anhält | Was bedeutet „Hemmung“?',
    ],
    [
      'de',
      'Die Mühle von Sandow wurde 1790 gegründet.',
      'event | Mühle von Sandow | wurde gegründet | 1790 | In welchem Jahr wurde die Mühle von Sandow gegründet?',
    ],
    [
      'de',
      'Ada Harding baute 1848 das erste Wasserrad aus Eisen.',
      'event | Ada Harding | baute das erste Wasserrad aus Eisen | 1848 | In welchem Jahr baute Ada Harding das erste Wasserrad aus Eisen?',
    ],
    [
      'de',
      'Das Deutsche Mühlenmuseum hat etwa 800 Räder.',
      'quantity | Deutsche Mühlenmuseum | Anzahl: Räder | etwa 800 | Räder | Wie viele Räder hat das Deutsche Mühlenmuseum?',
    ],
    [
      'de',
      'Graupen ist ein Getreide, das geschliffen wurde.',
      'definition | Graupen | Definition | ein Getreide, das geschliffen wurde | Was bedeutet „Graupen“?',
    ],
    [
      'de',
      'Das Mühlenamt Sandow wurde am 2. Mai 1790 eröffnet und zog bald in die Burg.',
      'event | Mühlenamt Sandow | wurde eröffnet | 1790 | In welchem Jahr wurde das Mühlenamt Sandow eröffnet?',
    ],
    [
      'de',
      'Ada Harding baute 1848 in Sandow ein Wehr mit vier Toren und zeigte, dass es hielt.',
      'event | Ada Harding | baute in Sandow ein Wehr mit vier Toren | 1848 | In welchem Jahr baute Ada Harding in Sandow ein Wehr mit vier Toren?',
    ],
    [
      'de',
      'Ada Harding kaufte die Mühle von Sandow 1851 für 300 Taler und gab ihr ein Schild.',
      'event | Ada Harding | kaufte die Mühle von Sandow für 300 Taler | 1851 | In welchem Jahr kaufte Ada Harding die Mühle von Sandow für 300 Taler?',
    ],
    [
      'de',
      'Im Jahr 1852 floh der Müller Karl Anton Weber nach Linz, weil er Schulden hatte.',
      'event | Müller Karl Anton Weber | floh nach Linz | 1852 | In welchem Jahr floh der Müller Karl Anton Weber nach Linz?',
    ],
    [
      'ru',
      'Ферментация — это процесс, при котором лист темнеет.',
      'definition | ферментация | определение | процесс, при котором лист темнеет | Что такое «ферментация»?',
    ],
    [
      'ru',
      'Музей чая был открыт 27 января 1984 года.',
      'event | Музей чая | был открыт | 1984 | В каком году был открыт Музей чая?',
    ],
    [
      'ru',
      'Население Сандова составляет 4200 человек.',
      'quantity | население Сандова | величина | 4200 | человек | Каково население Сандова?',
    ],
  ])('in %s: %s', (code, sentence, expected) => {
    expect(statedIn(code, sentence)).toContain(expected);
  });

  it.each([
    ['es', 'Este molino es un edificio que sirve para moler.'],
    ['es', 'Un buen comienzo es el archivo que acompaña al programa.'],
    ['es', 'La ciudad es un lugar que fue fundado por colonos.'],
    ['es', 'Una rueda puede ser un recipiente que sirve para subir agua.'],
    ['es', 'Su Molino del Norte fue fundado en 1790.'],
    ['pt', 'Um próximo passo é a inclusão na lista que acompanha o programa.'],
    ['pt', 'Uma restrição significativa é a falta de água no verão.'],
    ['fr', 'Cette tour est un bâtiment qui porte une lumière.'],
    ['fr', 'Le gardien est un homme qui vit seul dans la tour.'],
    ['de', 'Die Stadt ist ein Ort, der von Siedlern gegründet wurde.'],
    ['de', 'Die Stadt wurde 1790 gegründet.'],
    ['de', 'Das Mühlenamt Sandow wurde 1945 zerstört und später wieder aufgebaut.'],
    ['de', 'Im Jahr 1723 brannte die Hütte ab.'],
    ['es', 'El libro cuesta 12 euros.'],
    ['de', 'Ada Harding ist eine Müllerin, die in Sandow lebte.'],
    ['de', 'Sandow ist eine kleine Gemeinde, die an der Mur liegt.'],
    ['de', 'Sandow folgte 1790.'],
    ['de', 'Ada Harding kam 1790 als Lehrling.'],
    ['de', 'Ada Harding reparierte 1790 das Rad.'],
    ['de', 'Ada Harding baute 1790 ein Rad daraus.'],
    ['de', '1790 fand der Apotheker Ton am Fluss.'],
    ['de', 'Die wichtigen Werte sind der Name und die Adresse, die darin stehen.'],
    ['ru', 'Цель работы — найти сорт, который растёт на юге.'],
    ['ru', 'В 1756 году Ньюкасл назначил на его место лорда Лаудона.'],
  ])('in %s nothing is read from "%s"', (code, sentence) => {
    expect(statedIn(code, sentence)).toEqual([]);
  });

  it('has the years of a life and the words of initials in every language', () => {
    for (const code of ['es', 'pt', 'fr', 'de', 'ru']) {
      const lived = languageOf(code).statements.statementsIn('Ada Harding (1820–1891) Sandow.');
      expect(lived.map(({ value }) => value)).toEqual(['1820', '1891']);
    }
    expect(statedIn('es', 'La Unión de Molinos (UM) creció.').join()).toContain(
      'UM | nombre completo | Unión de Molinos',
    );
    expect(statedIn('de', 'Sie trat dem Bund der Müller (BM) bei.')).toEqual([]);
  });
});

describe('what is no person', () => {
  it.each([
    ['en', 'The Sandow Revolt (1620–1691) ended the toll.'],
    ['es', 'La Revuelta Sandow (1620–1691) terminó.'],
    ['fr', 'La Révolte Sandow (1620–1691) finit.'],
    ['de', 'Der Sandower Aufstand (1620–1691) endete.'],
  ])('has years in brackets and no birth in %s', (code, sentence) => {
    expect(statedIn(code, sentence)).toEqual([]);
    expect(statedIn(code, 'Ada Harding (1620–1691) Sandow.')).toHaveLength(2);
  });
});

describe('a sentence', () => {
  it.each([
    ['en', 'Sandow Mill burned in May 1820.', 'It burned in May 1820.', 'Sandow Mill may have burned in 1820.'],
    ['es', 'El molino ardió en 1820.', 'Este molino ardió en 1820.', 'El molino quizá ardió en 1820.'],
    ['de', 'Die Mühle brannte 1820 ab.', 'Dort brannte 1820 die Mühle ab.', 'Die Mühle brannte vielleicht 1820 ab.'],
  ])('stands alone in %s where it points at no other and doubts nothing', (code, alone, pointing, doubting) => {
    const { standsAlone, goesOn } = languageOf(code).statements;
    expect([alone, pointing, doubting].map(standsAlone)).toEqual([true, false, false]);
    expect([alone, pointing].map(goesOn)).toEqual([false, true]);
  });
});
