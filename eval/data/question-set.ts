import { readFileSync } from 'node:fs';
import { z } from 'zod';

const questionSet = z.array(
  z.object({
    id: z.string(),
    question: z.string(),
    kind: z.enum(['direct', 'paraphrase', 'typo', 'keywords', 'near-miss', 'far-off']),
    /** Every passage that answers; none where the material does not. */
    passages: z.array(z.string()),
    /** Texts of which a right fact's value holds one. */
    value: z.array(z.string()).optional(),
  }),
);

export type Question = z.infer<typeof questionSet>[number];

/** Reads a question set; throws where it is not one. */
export function readQuestions(file: string): Question[] {
  return questionSet.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** Whether a text holds one of the values that a right fact has; a question without values takes any. */
export function holdsValue({ value }: Question, text: string): boolean {
  return value === undefined || value.some((part) => text.toLowerCase().includes(part.toLowerCase()));
}
