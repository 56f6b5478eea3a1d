import type { Action } from '../src/bot/action.ts';
import type { Command } from '../src/bot/command.ts';
import { context, page, share, tryQuestion } from './actions/excerpts.ts';
import * as libraryActions from './actions/library.ts';
import { goTo, open, outline, read, works } from './actions/reading.ts';
import * as settingsActions from './actions/settings.ts';
import { ask } from './ask.ts';
import { fact } from './fact.ts';
import { findSources } from './find-sources.ts';
import { forget } from './forget.ts';
import { help } from './help.ts';
import { library } from './library/index.ts';
import { settings } from './settings.ts';
import { sources } from './sources.ts';

/** The one list of commands that registration and dispatch both read. */
export const commands: readonly Command[] = [ask, fact, sources, library, settings, forget, help, findSources];

/** The one list of what buttons and selects do. */
export const actions: readonly Action[] = [
  ...[page, context, share, tryQuestion],
  ...[works, open, outline, goTo, read],
  ...Object.values(libraryActions),
  ...Object.values(settingsActions),
];
