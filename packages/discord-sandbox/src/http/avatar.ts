import type { APIUser } from 'discord-api-types/v10';

const COLOURS = ['#5865f2', '#3ba55c', '#eb459e', '#faa61a', '#ed4245', '#747f8d'];

/** A person's picture: the first letter of the name on a colour of their own. */
export function avatar({ id, global_name, username }: APIUser): string {
  const letter = [...(global_name ?? username)][0]?.toUpperCase() ?? '?';
  const colour = COLOURS[Number(BigInt(id) % BigInt(COLOURS.length))];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80"><rect width="80" height="80" fill="${colour}"/><text x="40" y="42" fill="#fff" font-family="sans-serif" font-size="40" text-anchor="middle" dominant-baseline="central">${escapeXml(letter)}</text></svg>`;
}

function escapeXml(text: string): string {
  return text.replace(/[<>&"']/g, (character) => `&#${character.codePointAt(0)};`);
}
