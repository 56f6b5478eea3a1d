import { action, integer, oneOf, word } from '../../src/bot/action.ts';

/** Rounds are named by their ids; questions and choices count from 0. */
const question = { round: word, question: integer };

/** A choice that somebody takes. */
export const choose = action('quiz-choose', { ...question, choice: integer });

/** An answer that is typed: opens a form, and takes what is filled in. */
export const type = {
  open: action('quiz-form', question),
  submit: action('quiz-typed', question),
};

/** What the host does. */
export const host = action('quiz-host', { ...question, to: oneOf('hint', 'skip', 'pause', 'continue', 'end') });

/** Ends the round of a channel, so that another can begin there. */
export const stop = action('quiz-stop', { round: word });

/** Another round of the questions that most missed. */
export const repeat = action('quiz-repeat', { round: word });

/** What the person missed, again and in private: `question` counts the missed ones from 0. */
export const practise = {
  show: action('quiz-mine', question),
  choose: action('quiz-mine-choose', { ...question, choice: integer }),
  open: action('quiz-mine-form', question),
  submit: action('quiz-mine-typed', question),
};

/** The input of the form. */
export const ANSWER_FIELD = 'answer';
