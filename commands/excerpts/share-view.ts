import { type APIComponentInContainer, type APIMessageTopLevelComponent, ComponentType } from 'discord-api-types/v10';
import { text } from '../../src/reply/components.ts';
import { truncate } from '../../src/reply/cut.ts';
import type { Messages } from '../../src/reply/messages.ts';
import { share } from './buttons.ts';

/**
 * A private reply as it is posted for all: the same components without the button that shared it, and who did. It is
 * made from the message that the person sees, so that just this is shared, whatever has happened since.
 */
export function shareView(
  components: readonly APIMessageTopLevelComponent[],
  name: string,
  messages: Messages,
): APIMessageTopLevelComponent[] {
  const by = text(`-# ${messages.markdown('share.by', { name: truncate(name, 60) })}`);
  return components.flatMap((component) =>
    component.type === ComponentType.Container
      ? [{ ...component, components: [...component.components.flatMap(withoutShare), by] }]
      : [],
  );
}

function withoutShare(component: APIComponentInContainer): APIComponentInContainer[] {
  if (component.type !== ComponentType.ActionRow) return [component];
  const kept = component.components.filter((item) => !('custom_id' in item && share.owns(item.custom_id)));
  return kept.length > 0 ? [{ ...component, components: kept }] : [];
}
