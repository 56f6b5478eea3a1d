import type { FactEntry } from '../../answer/types.ts';
import type { Steps } from '../../slices.ts';
import { plain } from '../marking/words.ts';
import { BLANK } from './gaps.ts';
import { isFigure, type ValueKind } from './values.ts';

/** So many words before a gap, and behind it, tell what its figure is: "last erupted in _____". */
const CLUE_BEFORE = 4;
const CLUE_AFTER = 2;

/** An entry of the pool whose value may be a figure, and the words around it. */
interface Figure {
  readonly entry: FactEntry;
  readonly value: string | undefined;
  readonly kind: ValueKind;
  readonly form?: string | undefined;
  readonly isDrafted: boolean;
  readonly prompt: string;
  stemsOf(text: string): readonly string[];
}

/**
 * Figures that sentences of other words give differently for one attribute of a subject: which of them is right nobody can
 * tell, or each is, as of what happened twice.
 */
export function* findingContested<T extends Figure>(entries: readonly T[]): Steps<ReadonlySet<T>> {
  const figures = entries.filter(({ isDrafted, value, kind }) => isDrafted && value !== undefined && isFigure(kind));
  const contested = new Set<T>();
  const bySubject = new Map<string, Told<T>[]>();
  for (const figure of figures) {
    const subject = subjectOf(figure);
    const told = { figure, value: figureOf(figure), clue: clueOf(figure) };
    const alike = bySubject.get(subject);
    if (alike) alike.push(told);
    else bySubject.set(subject, [told]);
    yield;
  }
  for (const alike of bySubject.values()) {
    for (const one of alike) {
      if (alike.some((other) => one.value !== other.value && one.clue.some((stem) => other.clue.includes(stem))))
        contested.add(one.figure);
      yield;
    }
  }
  return contested;
}

/** A figure with what it is compared by. */
interface Told<T> {
  readonly figure: T;
  readonly value: string;
  readonly clue: readonly string[];
}

const figureOf = ({ entry }: Figure): string => plain(entry.sides[0]?.value ?? '');
const subjectOf = ({ entry, kind }: Figure): string => `${plain(entry.subject)} ${kind} ${entry.sides[0]?.unit ?? ''}`;

/** Without names, months and other figures. */
function clueOf({ form, entry, prompt, stemsOf }: Figure): readonly string[] {
  const words = form === 'gap' ? aroundGap(prompt) : [entry.attribute];
  const [unit = ''] = stemsOf(entry.sides[0]?.unit ?? '');
  return stemsOf(words.filter((word) => !/^\p{Lu}|\d/u.test(word)).join(' ')).filter((stem) => stem !== unit);
}

function aroundGap(prompt: string): readonly string[] {
  const [before = [], after = []] = prompt.split(BLANK).map((part) => part.split(/\s+/).filter(Boolean));
  return [...before.slice(-CLUE_BEFORE), ...after.slice(0, CLUE_AFTER)];
}
