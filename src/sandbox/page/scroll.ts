/** Pixels from the end that still count as being there. */
const nearEnd = 60;

let shown: string | undefined;

/** Call before drawing; what it returns, after. A reader at the end stays there, and a channel opens at its end. */
export const stickToEnd = (): (() => void) => {
  const before = document.querySelector('.log');
  const atEnd = !before || before.scrollHeight - before.scrollTop - before.clientHeight < nearEnd;
  return () => {
    const log = document.querySelector<HTMLElement>('.log');
    const opened = log?.dataset.channelId !== shown;
    shown = log?.dataset.channelId;
    if (log && (atEnd || opened)) log.scrollTop = log.scrollHeight;
  };
};
