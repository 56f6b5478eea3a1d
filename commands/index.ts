import type { Action } from '../src/bot/action.ts';
import type { Command } from '../src/bot/command.ts';
import { ask } from './ask/command.ts';
import { context, page, share, tryQuestion } from './excerpts/actions.ts';
import { fact } from './fact/command.ts';
import { findSources } from './find-sources/command.ts';
import { forget } from './forget/command.ts';
import { help } from './help/command.ts';
import * as libraryActions from './library/actions.ts';
import { library } from './library/command.ts';
import * as settingsActions from './settings/actions.ts';
import { settings } from './settings/command.ts';
import { goTo, open, outline, read, works } from './sources/actions.ts';
import { sources } from './sources/command.ts';

/** The one list of commands that registration and dispatch both read. */
export const commands: readonly Command[] = [ask, fact, sources, library, settings, forget, help, findSources];

/** The one list of what buttons and selects do. */
export const actions: readonly Action[] = [
  ...[page, context, share, tryQuestion],
  ...[works, open, outline, goTo, read],
  ...Object.values(libraryActions),
  ...Object.values(settingsActions),
];
