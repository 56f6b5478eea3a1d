import { type APIMessageTopLevelComponent, ApplicationCommandType } from 'discord-api-types/v10';
import type { KnowledgeBase } from '../../src/answer/knowledge-base.ts';
import type { Command } from '../../src/bot/command.ts';
import { ACCENT, container, text } from '../../src/reply/components.ts';
import type { Messages } from '../../src/reply/messages.ts';
import { questionSelect } from '../ask/view.ts';

export interface HelpViewOptions {
  readonly messages: Messages;
  /** The ids of the registered commands, by name: those that are there are mentioned, so that a press begins them. */
  readonly ids: ReadonlyMap<string, string>;
}

/** What the bot is for, three questions to try from the material at hand, its commands, and what it will not do. */
export function helpView(
  commands: readonly Command[],
  { material, completion }: KnowledgeBase,
  { messages, ids }: HelpViewOptions,
): APIMessageTopLevelComponent[] {
  const works = material.articles.length;
  return [
    container(ACCENT.neutral, [
      text(messages.markdown('help.about', { count: works })),
      ...questionSelect(completion.questions('', 3), messages.plain('help.try')),
      text(commands.map((command) => commandLine(command, { messages, ids })).join('\n')),
      text(messages.markdown('help.limits')),
    ]),
  ];
}

/** A line of the list: the command, and what it does. */
function commandLine(command: Command, { messages, ids }: HelpViewOptions): string {
  const key = command.type === ApplicationCommandType.Message ? command.key : command.name;
  return `${labelOf(command, { messages, ids })} ${messages.markdown(`commands.${key}.help`)}`;
}

/** A mention of it, a group of one command by both names; in bold what no mention can begin: a group, a menu's entry. */
function labelOf(command: Command, { messages, ids }: HelpViewOptions): string {
  if (command.type === ApplicationCommandType.Message)
    return `**${messages.markdown('help.menu', { name: command.name })}**`;
  const [only, ...others] = 'subcommands' in command ? command.subcommands : [];
  const name = only && others.length === 0 ? `${command.name} ${only.name}` : command.name;
  const id = ids.get(command.name);
  return id === undefined || others.length > 0 ? `**/${name}**` : `</${name}:${id}>`;
}
