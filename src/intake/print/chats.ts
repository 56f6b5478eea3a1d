const DAY = String.raw`(?:[\d./-]{6,10}|Today|Yesterday)`;
const TIME = String.raw`\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?`;
/** "[03/05/2024, 19:02] Mira: …", "[19:02:11] …", "03.05.24, 19:02 - Mira: …" */
const MESSAGE = new RegExp(String.raw`^(?:\[(?:${DAY},? )?${TIME}\]|${DAY},? ${TIME}(?: -|:)?) `, 'i');
/** "Mira — 03/05/2024 19:02", "Mira — Today at 19:02" */
const SENDER = new RegExp(String.raw`^\S.{0,40} [—–-] ${DAY},?(?: at)? ${TIME}$`, 'i');

/** Whether a line says who wrote the lines below it to a chat, and when. */
export const isSender = (line: string): boolean => SENDER.test(line);

/** Whether a line begins a message of a chat. */
export const beginsMessage = (line: string): boolean => MESSAGE.test(line) || isSender(line);
