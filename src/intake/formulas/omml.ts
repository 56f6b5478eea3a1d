import { type Element, elementsIn, textIn } from '../pages/tree.ts';
import { fraction, joined, type Part, part, root, scripted, spaced } from './linear.ts';

/** A formula of a Word document (Office Math) as linear text. */
export const ommlToText = (formula: Element): string => spaced(rowOf(formula).text);

const child = (element: Element, name: string): Element | undefined =>
  elementsIn(element.children).find((one) => one.name === `m:${name}`);

/** What a property of a formula says: `<m:dPr><m:begChr m:val="["/></m:dPr>`. */
function property(element: Element, group: string, name: string): string | undefined {
  const properties = child(element, group);
  return properties && child(properties, name)?.attribs['m:val'];
}

function rowOf(element: Element | undefined): Part {
  const parts = elementsIn(element?.children ?? []).map(partOf);
  const [only] = parts.filter(({ text }) => text !== '');
  if (parts.filter(({ text }) => text !== '').length === 1 && only) return only;
  return { text: joined(parts), atom: false };
}

function partOf(element: Element): Part {
  const inner = (name: string): Part => rowOf(child(element, name));
  switch (element.name.replace(/^m:/, '')) {
    case 'r':
      return part(textIn(elementsIn(element.children).filter(({ name }) => name === 'm:t')).replace(/-/g, '−'));
    case 'f':
      return fraction(inner('num'), inner('den'));
    case 'rad':
      return root(inner('e'), inner('deg').text);
    case 'sSup':
      return scripted(inner('e'), '', inner('sup').text);
    case 'sSub':
      return scripted(inner('e'), inner('sub').text, '');
    case 'sSubSup':
      return scripted(inner('e'), inner('sub').text, inner('sup').text);
    case 'nary':
      return bigOperator(element, inner);
    case 'd':
      return delimited(element);
    case 'func':
      return { text: joined([inner('fName'), inner('e')]), atom: false };
    case 'limLow':
      return scripted(inner('e'), inner('lim').text, '');
    case 'limUpp':
      return scripted(inner('e'), '', inner('lim').text);
    case 'm':
      return matrix(element);
    case 'eqArr':
      return {
        text: elementsIn(element.children)
          .filter(({ name }) => name === 'm:e')
          .map((row) => rowOf(row).text)
          .join('; '),
        atom: false,
      };
    default:
      return /Pr$/.test(element.name) ? part('') : rowOf(element);
  }
}

function bigOperator(element: Element, inner: (name: string) => Part): Part {
  const sign = scripted(part(property(element, 'naryPr', 'chr') ?? '∫'), inner('sub').text, inner('sup').text);
  return { text: joined([sign, inner('e')]), atom: false };
}

function delimited(element: Element): Part {
  const parts = elementsIn(element.children).filter(({ name }) => name === 'm:e');
  const separator = property(element, 'dPr', 'sepChr') ?? '|';
  const text = parts.map((one) => rowOf(one).text).join(separator);
  return {
    text: `${property(element, 'dPr', 'begChr') ?? '('}${text}${property(element, 'dPr', 'endChr') ?? ')'}`,
    atom: true,
  };
}

function matrix(element: Element): Part {
  const rows = elementsIn(element.children).filter(({ name }) => name === 'm:mr');
  const text = rows
    .map((row) =>
      elementsIn(row.children)
        .map((cell) => rowOf(cell).text)
        .join(', '),
    )
    .join('; ');
  return { text: `[${text}]`, atom: true };
}
