/** What a select offers: its own options, or the people, roles and channels of the place that is open. */
import type { APIMessageComponentEmoji, APISelectMenuComponent } from 'discord-api-types/v10';
import { Component, displayName } from '../discord.ts';
import type { Scene } from '../scene.ts';

export interface Entry {
  value: string;
  label: string;
  kind: 'option' | 'person' | 'role' | 'channel';
  description?: string | undefined;
  emoji?: APIMessageComponentEmoji | undefined;
}

export const entriesOf = (select: APISelectMenuComponent, scene: Scene | undefined): Entry[] => {
  switch (select.type) {
    case Component.StringSelect:
      return select.options.map(({ value, label, description, emoji }) => ({
        value,
        label,
        kind: 'option',
        description,
        emoji,
      }));
    case Component.UserSelect:
      return peopleOf(scene);
    case Component.RoleSelect:
      return rolesOf(scene);
    case Component.MentionableSelect:
      return [...peopleOf(scene), ...rolesOf(scene)];
    default:
      return (scene?.guild ? scene.channels : []).map(({ id, name }) => ({
        value: id,
        label: `#${name}`,
        kind: 'channel',
      }));
  }
};

/** What stands chosen before anybody touches it. */
export const presetOf = (select: APISelectMenuComponent): string[] =>
  select.type === Component.StringSelect
    ? select.options.filter((option) => option.default).map(({ value }) => value)
    : (select.default_values ?? []).map(({ id }) => id);

/** Those with every word that was typed in their label. */
export const matching = (entries: Entry[], typed: string): Entry[] => {
  const words = typed.toLowerCase().split(/\s+/);
  return entries.filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)));
};

const peopleOf = (scene: Scene | undefined): Entry[] =>
  [...(scene?.people ?? []), ...(scene?.bot ? [scene.bot] : [])].map((user) => ({
    value: user.id,
    label: displayName(user),
    kind: 'person',
  }));

const rolesOf = (scene: Scene | undefined): Entry[] =>
  (scene?.roles ?? []).map(({ id, name }) => ({ value: id, label: name, kind: 'role' }));
