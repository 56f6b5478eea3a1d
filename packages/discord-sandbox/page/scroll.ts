/** Pixels from the end that still count as being there. */
const nearEnd = 60;

let shown: string | undefined;
let awaiting = false;

/** Call when this person does something that the bot answers: the answer is then shown wherever the reader is. */
export const followReply = (): void => {
  awaiting = true;
};

const count = (log: Element | null): number => log?.querySelectorAll('[data-message-id]').length ?? 0;

/** Call before drawing; what it returns, after. A reader at the end stays there, a channel opens at its end. */
export const stickToEnd = (): (() => void) => {
  const before = document.querySelector('.log');
  const messages = count(before);
  const atEnd = !before || before.scrollHeight - before.scrollTop - before.clientHeight < nearEnd;
  return () => {
    const log = document.querySelector<HTMLElement>('.log');
    const opened = log?.dataset.channelId !== shown;
    shown = log?.dataset.channelId;
    const answered = awaiting && count(log) > messages;
    if (answered) awaiting = false;
    if (log && (atEnd || opened || answered)) log.scrollTop = log.scrollHeight;
  };
};
