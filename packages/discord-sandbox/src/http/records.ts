import { type ApiError, describeError } from '../api-error.ts';

/** One request of the bot's, as it was answered; status 0 for one that was cut off. */
export interface RequestRecord {
  method: string;
  path: string;
  body: unknown;
  status: number;
}

/** A request that was refused. */
export interface Violation extends RequestRecord {
  /** The code of Discord's JSON error: 50035 for a payload that breaks a rule. */
  code: number;
  /** What was wrong, a line for each. */
  problems: string[];
}

const MAX_RECORDS = 1_000;

/** What the bot asked for, and what of that was refused: the newest thousand of each. */
export class Records {
  readonly requests: RequestRecord[] = [];
  readonly violations: Violation[] = [];

  add(record: RequestRecord, error?: ApiError): void {
    push(this.requests, record);
    if (!error) return;
    push(this.violations, { ...record, code: error.code, problems: describeError(error) });
  }
}

function push<T>(list: T[], item: T): void {
  list.push(item);
  if (list.length > MAX_RECORDS) list.shift();
}
