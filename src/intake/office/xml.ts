import { Parser } from 'htmlparser2';
import { parseXml } from '../docx/xml.ts';
import { Unreadable } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import { descendants, type Element, type Node, textIn } from '../pages/tree.ts';

const decoder = new TextDecoder('utf-8');

export const decodeXml = (bytes: Uint8Array): string => decoder.decode(bytes);

/** A part of a zipped document as a tree. Throws `Unreadable` where the part is missing or beyond the limits. */
export function parsePart(bytes: Uint8Array | undefined): Node[] {
  if (bytes === undefined) throw new Unreadable('damaged');
  const xml = decodeXml(bytes);
  measure(xml);
  return parseXml(xml);
}

/** For readers that expand entities: a part that declares any is refused, and one beyond the limits. */
export function checkXml(xml: string): void {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml.slice(0, 4096))) throw new Unreadable('damaged');
  measure(xml);
}

/** Measures a part before a tree is built of it. */
function measure(xml: string): void {
  let depth = 0;
  let elements = 0;
  const parser = new Parser(
    {
      onopentag() {
        if (++depth > LIMITS.htmlDepth) throw new Unreadable('tooDeep');
        // A run of text takes about ten elements of XML.
        if (++elements > LIMITS.htmlElements * 10) throw new Unreadable('tooLarge');
      },
      onclosetag() {
        depth--;
      },
    },
    { xmlMode: true },
  );
  parser.write(xml);
  parser.end();
}

/** An element's name without its namespace's prefix. */
export const localName = ({ name }: Element): string => name.slice(name.indexOf(':') + 1);

/** An attribute by its name without the namespace's prefix. */
export function attributeOf({ attribs }: Element, name: string): string | undefined {
  const key = Object.keys(attribs).find((one) => one === name || one.endsWith(`:${name}`));
  return key === undefined ? undefined : attribs[key];
}

/** Every element of that local name, in document order. */
export const findAll = (nodes: readonly Node[], name: string): Element[] =>
  [...descendants(nodes)].filter((element) => localName(element) === name);

/** What the runs of text in a drawing say. */
export const runsIn = (nodes: readonly Node[]): string =>
  findAll(nodes, 't')
    .map((run) => textIn(run.children))
    .join('');

/** A paragraph of a drawing as a line. */
export const linesIn = (nodes: readonly Node[]): string =>
  findAll(nodes, 'p')
    .map(({ children }) => runsIn(children))
    .filter((text) => text.trim() !== '')
    .join('\n');

export const textOfFirst = (nodes: readonly Node[], name: string): string => {
  const [first] = findAll(nodes, name);
  return first === undefined ? '' : textIn(first.children).trim();
};

/** Title and authors from Dublin Core elements, as OOXML, OpenDocument and EPUB keep them. */
export function dublinCore(nodes: readonly Node[]): { title?: string; authors?: string[]; publisher?: string } {
  const title = textOfFirst(nodes, 'title');
  const publisher = textOfFirst(nodes, 'publisher');
  const authors = findAll(nodes, 'creator').map(({ children }) => textIn(children).trim());
  return {
    ...(title === '' ? {} : { title }),
    ...(authors.every((name) => name === '') ? {} : { authors: authors.filter((name) => name !== '') }),
    ...(publisher === '' ? {} : { publisher }),
  };
}
