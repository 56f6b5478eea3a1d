import { type APIMessage, type APIMessageTopLevelComponent, ComponentType } from 'discord-api-types/v10';

/** All text that a message shows, a line for each text display. */
export function textOf(message: Pick<APIMessage, 'components'>): string {
  return parts(message.components ?? [])
    .flatMap((part) => (part.type === ComponentType.TextDisplay ? [part.content] : []))
    .join('\n');
}

export function buttonsOf(
  message: Pick<APIMessage, 'components'>,
): { label: string; customId: string | undefined; disabled: boolean }[] {
  return parts(message.components ?? []).flatMap((part) =>
    part.type === ComponentType.ActionRow
      ? part.components.flatMap((item) =>
          item.type === ComponentType.Button && 'label' in item
            ? [
                {
                  label: item.label ?? '',
                  customId: 'custom_id' in item ? item.custom_id : undefined,
                  disabled: item.disabled === true,
                },
              ]
            : [],
        )
      : [],
  );
}

/** The values that a message's first select offers. */
export function choicesOf(message: Pick<APIMessage, 'components'>): { label: string; value: string }[] {
  return parts(message.components ?? []).flatMap((part) =>
    part.type === ComponentType.ActionRow
      ? part.components.flatMap((item) => (item.type === ComponentType.StringSelect ? item.options : []))
      : [],
  );
}

function parts(components: readonly APIMessageTopLevelComponent[]) {
  return components.flatMap((component) =>
    component.type === ComponentType.Container ? component.components : [component],
  );
}

export const isEphemeral = (message: Pick<APIMessage, 'flags'>): boolean => ((message.flags ?? 0) & 64) !== 0;
