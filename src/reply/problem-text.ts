import type { Problem } from '../material/problems.ts';
import { type Messages, messagesFor } from './messages.ts';

/** Where something is wrong, and what to do: "Row 2, column “value”: this is empty. Fill it in." Plain text. */
export function problemText({ reason, values = {}, ...place }: Problem, messages: Messages): string {
  const what = messages.plain(`problem.${reason}`, values);
  const { file, line, row, work, column, field } = place;
  const where = [
    file === undefined || line === undefined ? file : `${file}:${line}`,
    file === undefined && line !== undefined && messages.plain('problem.place.line', { line: String(line) }),
    row !== undefined && messages.plain('problem.place.row', { row: String(row) }),
    work !== undefined && messages.plain('problem.place.work', { work: String(work) }),
    column !== undefined && messages.plain('problem.place.column', { column }),
    field !== undefined && messages.plain('problem.place.field', { field }),
  ].filter((part) => typeof part === 'string');
  return where.length === 0 ? what : messages.plain('problem.at', { place: where.join(', '), what });
}

/** For operators and editors of the material: English, as the log and the terminal are. */
export const formatProblem = (problem: Problem): string => problemText(problem, messagesFor('en'));
