import { type Element, elementsIn, isElement, type Node, textIn, textOf } from '../pages/tree.ts';
import { fraction, joined, type Part, part, root, scripted, spaced } from './linear.ts';
import { texToText } from './tex.ts';

/** A MathML formula as linear text: by its TeX where it comes with it, else by its elements. */
export function mathToText(math: Element): string {
  const tex = math.attribs.alttext ?? texAnnotation([math]);
  if (tex !== undefined && tex.trim() !== '') return texToText(tex);
  return spaced(rowOf(math.children).text);
}

/** The TeX source that a formula carries; undefined where it carries none. */
export function texAnnotation(nodes: readonly Node[]): string | undefined {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    if (node.name === 'annotation' && /tex/i.test(node.attribs.encoding ?? '')) return textIn(node.children);
    const inner = texAnnotation(node.children);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function rowOf(nodes: readonly Node[]): Part {
  const parts = nodes.flatMap((node) => {
    if (isElement(node)) return [partOf(node)];
    const text = textOf(node)?.trim() ?? '';
    return text === '' ? [] : [part(text)];
  });
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  return { text: joined(parts), atom: false };
}

function partOf({ name, children, attribs }: Element): Part {
  const local = name.replace(/^(?:mml|m):/, '');
  const [first, second, third] = elementsIn(children).map((child) => partOf(child));
  const none = part('');
  switch (local) {
    case 'annotation':
    case 'annotation-xml':
    case 'mphantom':
      return none;
    case 'mfrac':
      return fraction(first ?? none, second ?? none);
    case 'msqrt':
      return root(rowOf(children));
    case 'mroot':
      return root(first ?? none, second?.text);
    case 'msup':
    case 'mover':
      return scripted(first ?? none, '', second?.text ?? '');
    case 'msub':
    case 'munder':
      return scripted(first ?? none, second?.text ?? '', '');
    case 'msubsup':
    case 'munderover':
      return scripted(first ?? none, second?.text ?? '', third?.text ?? '');
    case 'mtext':
    case 'ms':
      return part(textIn(children).replace(/\s+/g, ' '));
    case 'mo':
      return operator(textIn(children).trim());
    case 'mspace':
      return part(' ');
    case 'mfenced':
      return {
        text: `${attribs.open ?? '('}${elementsIn(children)
          .map((child) => partOf(child).text)
          .join(', ')}${attribs.close ?? ')'}`,
        atom: true,
      };
    case 'mtable':
      return {
        text: `[${elementsIn(children)
          .map((row) => partOf(row).text)
          .join('; ')}]`,
        atom: true,
      };
    case 'mtr':
      return {
        text: elementsIn(children)
          .map((cell) => partOf(cell).text)
          .join(', '),
        atom: false,
      };
    default:
      return rowOf(children);
  }
}

/** Signs that nobody sees, such as the one that multiplies, are left out. */
function operator(sign: string): Part {
  if (/^[\u2061-\u2064]*$/.test(sign)) return part('');
  if (sign === '-') return part('−');
  return part(/^[,;]$/.test(sign) ? `${sign} ` : sign);
}
