/** What is wrong with one field of a request, in the words that Discord uses. */
export interface Problem {
  path: (string | number)[];
  /** Discord's name for it, BASE_TYPE_MAX_LENGTH for one. */
  code: string;
  message: string;
}

/** A request that is refused: the HTTP status, and the code and message of Discord's JSON error. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: number;
  readonly problems: Problem[];

  constructor(status: number, code: number, message: string, problems: Problem[] = []) {
    super(message);
    this.status = status;
    this.code = code;
    this.problems = problems;
  }
}

export const unauthorized = () => new ApiError(401, 0, '401: Unauthorized');
export const notFound = () => new ApiError(404, 0, '404: Not Found');
export const methodNotAllowed = () => new ApiError(405, 0, '405: Method Not Allowed');
export const tooLarge = () => new ApiError(413, 40005, 'Request entity too large');
export const invalidJson = () => new ApiError(400, 50109, 'The request body contains invalid JSON.');
export const unknownApplication = () => new ApiError(404, 10002, 'Unknown Application');
export const unknownChannel = () => new ApiError(404, 10003, 'Unknown Channel');
export const unknownGuild = () => new ApiError(404, 10004, 'Unknown Guild');
export const unknownMessage = () => new ApiError(404, 10008, 'Unknown Message');
export const unknownUser = () => new ApiError(404, 10013, 'Unknown User');
export const unknownWebhook = () => new ApiError(404, 10015, 'Unknown Webhook');
export const unknownInteraction = () => new ApiError(404, 10062, 'Unknown interaction');
export const unknownCommand = () => new ApiError(404, 10063, 'Unknown application command');
export const tooManyCommands = (limit: number) =>
  new ApiError(400, 30032, `Maximum number of application commands reached (${limit})`);
export const alreadyAcknowledged = () => new ApiError(400, 40060, 'Interaction has already been acknowledged.');
export const tooManyFollowUps = () =>
  new ApiError(400, 40094, 'This interaction has hit the maximum number of follow-up messages.');
export const missingAccess = () => new ApiError(403, 50001, 'Missing Access');
export const notTheAuthor = () => new ApiError(403, 50005, 'Cannot edit a message authored by another user');
export const emptyMessage = () => new ApiError(400, 50006, 'Cannot send an empty message');
export const notATextChannel = () => new ApiError(400, 50008, 'Cannot send messages in a non-text channel');
export const archivedThread = () => new ApiError(400, 50083, 'Thread is archived');
export const lockedThread = () => new ApiError(400, 160005, 'Thread is locked');
export const invalidWebhookToken = () => new ApiError(401, 50027, 'Invalid Webhook Token');
export const invalidForm = (problems: Problem[]) => new ApiError(400, 50035, 'Invalid Form Body', problems);

/** Throws the 400 that Discord answers when there is any problem. */
export function refuse(problems: Problem[]): void {
  if (problems.length > 0) throw invalidForm(problems);
}

/** The JSON body of the error: problems nest by their path, each leaf a list under `_errors`. */
export function errorBody(error: ApiError): object {
  const body = { message: error.message, code: error.code };
  return error.problems.length === 0 ? body : { ...body, errors: nest(error.problems) };
}

/** What was wrong, a line for each problem. */
export function describeError(error: ApiError): string[] {
  return error.problems.length === 0 ? [error.message] : error.problems.map(describeProblem);
}

function describeProblem({ path, code, message }: Problem): string {
  return `${path.join('.') || '(body)'}: ${message} [${code}]`;
}

interface ErrorTree {
  [key: string]: ErrorTree | { code: string; message: string }[];
}

function nest(problems: Problem[]): ErrorTree {
  // No prototype: a path comes from what the bot sent, and might be called `__proto__`.
  const root: ErrorTree = Object.create(null);
  for (const { path, code, message } of problems) {
    let node = root;
    for (const step of path) {
      node[step] ??= Object.create(null) as ErrorTree;
      node = node[step] as ErrorTree;
    }
    node._errors ??= [];
    (node._errors as { code: string; message: string }[]).push({ code, message });
  }
  return root;
}
