import type { APIMessage } from 'discord-api-types/v10';
import type { Actions } from '../actions.ts';
import type { ComposerActions } from '../composer/composer-actions.ts';
import type { Scene } from '../scene.ts';
import type { PageState, Pending } from '../state.ts';

/** What every part of the page is drawn from. */
export interface View {
  state: PageState;
  /** The open channel's; undefined until the first state has come. */
  scene: Scene | undefined;
  actions: Actions;
  composer: ComposerActions;
}

/** What drawing a component of a message needs. */
export interface ComponentView extends View {
  message: APIMessage;
  /** What of this message's components is awaited or has failed. */
  pending: Pending[];
}
