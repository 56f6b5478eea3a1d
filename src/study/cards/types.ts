/** What a card asks and answers. All texts are plain, with line breaks; empty where there is nothing to say. */
export interface CardContent {
  readonly front: string;
  readonly back: string;
  /** Where the back comes from, as it stood when the card was made. */
  readonly source: string;
  /** "¶ 8", "caption 1". */
  readonly paragraph: string;
  /** "p. 12", "slide 4", "at 12:40". */
  readonly page: string;
  /** The passage word for word; empty where the back holds it already. */
  readonly quotation: string;
}

/** What a card was made from, so that a change of it is noticed. */
export interface CardOrigin {
  /** The id of its passage. */
  readonly passage: string;
  /** The short name of that passage, which changes with its text. */
  readonly passageRef: string;
  /** The entry of the fact table, where the back is its value, and a short name of that value. */
  readonly entry?: { readonly id: string; readonly ref: string };
}

/** States of a card as FSRS numbers them. */
export const CARD_STATE = { new: 0, learning: 1, review: 2, relearning: 3 } as const;
export type CardState = (typeof CARD_STATE)[keyof typeof CARD_STATE];

/** What FSRS knows of a card. Times are milliseconds since 1970. */
export interface Schedule {
  readonly dueAt: number;
  readonly state: CardState;
  /** Days after which the card is remembered with a probability of 90 %. */
  readonly stability: number;
  /** 1 to 10; 0 for a new card. */
  readonly difficulty: number;
  /** Days between the last review and the next. */
  readonly scheduledDays: number;
  readonly learningSteps: number;
  readonly reps: number;
  readonly lapses: number;
  readonly reviewedAt?: number;
}

export const RATINGS = ['again', 'hard', 'good', 'easy'] as const;
export type Rating = (typeof RATINGS)[number];
