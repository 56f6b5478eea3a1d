/** How a question is asked: choices, free text, true or false, which source says it, an order, a term to fill in. */
export type Mode = 'choice' | 'typed' | 'truth' | 'source' | 'order' | 'cloze';

interface Base {
  /** Stable: of mode, fact or passage, and text. */
  readonly id: string;
  readonly mode: Mode;
  readonly prompt: string;
  /** Ids of the passages that bear the answer out. */
  readonly passages: readonly string[];
  readonly facts: readonly string[];
  readonly subject: string;
}

export interface ChoiceQuestion extends Base {
  readonly mode: 'choice' | 'truth' | 'source' | 'cloze';
  /** 2 to 5. */
  readonly choices: readonly string[];
  /** Counted from 0. */
  readonly right: number;
  /** What a claim that is true or false was made from; rounds that were stored without it have none. */
  readonly behind?: { readonly prompt: string; readonly answer: string };
}

export interface TypedQuestion extends Base {
  readonly mode: 'typed' | 'cloze';
  /** The first is the one to show. */
  readonly answers: readonly string[];
  readonly kind: 'text' | 'number' | 'date' | 'list' | 'name';
  /** Other things that the material knows by nearly the same spelling: none of them is taken for a slip of the pen. */
  readonly unlike?: readonly string[];
}

export interface OrderQuestion extends Base {
  readonly mode: 'order';
  /** As shown. */
  readonly items: readonly string[];
  /** The places of the items in their right order, counted from 0. */
  readonly right: readonly number[];
  /** Of the items; rounds that were stored without them have none. */
  readonly years?: readonly number[];
}

export type Question = ChoiceQuestion | TypedQuestion | OrderQuestion;
