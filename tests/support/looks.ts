import type { Locator, Page } from 'playwright-core';

/** What measuring needs of an element in the page, whose types the tests' side does not have. */
interface PageElement {
  readonly tagName: string;
  readonly className: unknown;
  readonly innerText: string;
  readonly parentElement: PageElement | null;
  readonly childNodes: Iterable<{ readonly nodeType: number; readonly textContent: string | null }>;
  readonly ownerDocument: {
    readonly defaultView: {
      getComputedStyle(element: PageElement): { readonly color: string; readonly backgroundColor: string };
    };
  };
  getBoundingClientRect(): { readonly right: number; readonly width: number };
  closest(selector: string): PageElement | null;
}

/** What of the open channel stands out of the window at its right, by tag and class. */
export function overflow(tab: Page): Promise<string[]> {
  // Not the document's own width: a phone's browser makes that as wide as what overflows.
  const { width = 0 } = tab.viewportSize() ?? {};
  return tab.locator('html, .chat, .chat *').evaluateAll((elements: PageElement[], limit: number) => {
    const wide = elements.filter((element) => element.getBoundingClientRect().right > limit + 1);
    return wide.map(({ tagName, className }) => `${tagName}.${className}`);
  }, width);
}

/** A colour as it is seen: red, green and blue from 0 to 255, opacity from 0 to 1. */
type Colour = readonly [red: number, green: number, blue: number, opacity: number];

/** A text, its colour, and those of what lies behind it, the nearest first. */
interface Print {
  readonly text: string;
  readonly colour: Colour;
  readonly behind: readonly Colour[];
}

/** Each text below `root` that can be used and is read. */
function prints(root: Locator): Promise<Print[]> {
  return root.locator('*').evaluateAll((elements: PageElement[]) => {
    const TEXT_NODE = 3;
    const parse = (text: string): Colour => {
      const [red = 0, green = 0, blue = 0, opacity = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
      return [red, green, blue, opacity];
    };
    const style = (element: PageElement) => element.ownerDocument.defaultView.getComputedStyle(element);
    const layers = (element: PageElement | null): Colour[] =>
      element === null ? [] : [parse(style(element).backgroundColor), ...layers(element.parentElement)];
    const speaks = (element: PageElement) =>
      [...element.childNodes].some(({ nodeType, textContent }) => nodeType === TEXT_NODE && textContent?.trim()) &&
      element.getBoundingClientRect().width > 1 &&
      element.closest('[disabled], [aria-hidden=true]') === null;
    return elements
      .filter(speaks)
      .map((element) => ({ text: element.innerText, colour: parse(style(element).color), behind: layers(element) }));
  });
}

/** The texts below `root` whose contrast is less than 4.5 to 1 (WCAG 2.2, 1.4.3), and how much it is. */
export async function faintTexts(root: Locator): Promise<string[]> {
  const all = await prints(root);
  if (all.length === 0) throw new Error('There is no text to look at.');
  return all.flatMap(({ text, colour, behind }) => {
    const ground = flatten(behind);
    const ratio = contrast(flatten([colour, ground]), ground);
    return ratio < 4.5 ? [`${text.slice(0, 40)}: ${ratio.toFixed(2)}`] : [];
  });
}

/** The relative luminance of what lies behind `root`: 0 is black, 1 is white. */
export async function groundLuminance(root: Locator): Promise<number> {
  const [first] = await prints(root);
  if (!first) throw new Error('There is no text to look at.');
  return luminance(flatten(first.behind));
}

/** Layers of colour seen from above, the uppermost first, on white. */
function flatten(layers: readonly Colour[]): Colour {
  const [top, ...below] = layers;
  if (top === undefined) return [255, 255, 255, 1];
  const [red, green, blue, opacity] = top;
  if (opacity === 1) return top;
  const under = flatten(below);
  const mix = (over: number, at: 0 | 1 | 2) => over * opacity + under[at] * (1 - opacity);
  return [mix(red, 0), mix(green, 1), mix(blue, 2), 1];
}

/** The contrast ratio of WCAG 2.2, from 1 to 21. */
function contrast(a: Colour, b: Colour): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance as WCAG 2.2 defines it for sRGB. */
function luminance([red, green, blue]: Colour): number {
  const linear = (value: number) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
