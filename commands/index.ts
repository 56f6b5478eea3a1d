import type { Action } from '../src/bot/action.ts';
import type { Command } from '../src/bot/command.ts';
import type { JobDefinition } from '../src/bot/jobs.ts';
import { askActions } from './ask/actions.ts';
import { ask } from './ask/command.ts';
import { citeActions } from './cite/actions.ts';
import { cite } from './cite/command.ts';
import { compare } from './compare/command.ts';
import { coverageActions } from './coverage/actions.ts';
import { coverage } from './coverage/command.ts';
import { disagreementsActions } from './disagreements/actions.ts';
import { disagreements } from './disagreements/command.ts';
import { excerptActions } from './excerpts/actions.ts';
import { fact } from './fact/command.ts';
import { findSources } from './find-sources/command.ts';
import { forgetActions } from './forget/actions.ts';
import { forget } from './forget/command.ts';
import { helpOn } from './help/command.ts';
import { leaderboardActions } from './leaderboard/actions.ts';
import { leaderboard } from './leaderboard/command.ts';
import { libraryActions } from './library/actions.ts';
import { library } from './library/command.ts';
import { overview } from './overview/command.ts';
import { quizActions } from './quiz/actions.ts';
import { quiz } from './quiz/command.ts';
import { quizJobs } from './quiz/jobs.ts';
import { reviewActions } from './review/actions.ts';
import { addToMyCards } from './review/add-to-cards.ts';
import { review } from './review/command.ts';
import { reviewJobs } from './review/jobs.ts';
import { settingsActions } from './settings/actions.ts';
import { settings } from './settings/command.ts';
import { sourcesActions } from './sources/actions.ts';
import { sources } from './sources/command.ts';
import { timelineActions } from './timeline/actions.ts';
import { timeline } from './timeline/command.ts';

const listed: readonly Command[] = [
  ask,
  fact,
  sources,
  findSources,
  compare,
  disagreements,
  timeline,
  overview,
  cite,
  quiz,
  leaderboard,
  review,
  addToMyCards,
  library,
  coverage,
  settings,
  forget,
];

/** The one list of commands, which registration, dispatch and `/help` read. */
export const commands: readonly Command[] = [...listed, helpOn(listed)];

/** The one list of what buttons, selects and forms do. */
export const actions: readonly Action[] = [
  ...askActions,
  ...excerptActions,
  ...sourcesActions,
  ...reviewActions,
  ...disagreementsActions,
  ...timelineActions,
  ...citeActions,
  ...libraryActions,
  ...quizActions,
  ...leaderboardActions,
  ...coverageActions,
  ...settingsActions,
  ...forgetActions,
];

/** The one list of what is done when a job of the store is due. */
export const jobs: readonly JobDefinition[] = [...quizJobs, ...reviewJobs];
