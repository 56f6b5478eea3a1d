import { absent } from './absent.ts';
import { clean } from './clean.ts';
import { growth } from './growth.ts';
import { misspelt } from './misspelt.ts';
import type { Track } from './types.ts';
import { typo } from './typo.ts';
import { unanswerable } from './unanswerable.ts';

/** In the order in which they are run. */
export const TRACKS: readonly Track[] = [clean, typo, misspelt, absent, unanswerable, ...growth];
