/** What happens when somebody types, picks and sends. */
import type { InvokeCommand } from '../../src/client-api.ts';
import type { Actions } from '../actions.ts';
import * as api from '../api.ts';
import type { SlashCommand } from '../discord.ts';
import { newNonce } from '../nonce.ts';
import type { Scene } from '../scene.ts';
import { type PageState, sceneIn } from '../state.ts';
import type { Store } from '../store.ts';
import { createAutocompleter } from './autocompleter.ts';
import { parseCommandText, parseOptions } from './command-text.ts';
import { type Choice, type ComposerState, type Draft, emptyComposer } from './composer-state.ts';
import {
  addField,
  attachFile,
  fileOption,
  filesOf,
  findOption,
  nextField,
  problemsOf,
  removeField,
  setField,
  startDraft,
  toAutocompleteOptions,
  toInvokeOptions,
} from './draft.ts';
import { type Row, suggestionsFor } from './suggestions.ts';

export interface ComposerActions {
  /** Attaches a file to an option of the command being filled in. */
  attach(name: string, file: File): void;
  detach(name: string): void;
  /** Takes a file that was dropped or pasted, for the option that lacks one. */
  receive(file: File): void;
  type(text: string): void;
  typeField(name: string, text: string): void;
  enterField(name: string): void;
  pickRow(row: Row): void;
  pickCommand(command: SlashCommand): void;
  removeField(name: string): void;
  moveHighlight(step: 1 | -1): void;
  /** Enter: picks the marked row, or else sends. */
  enter(): void;
  send(): void;
  /** Closes the list, then the command. */
  escape(): void;
  /** Back to plain text. */
  leaveDraft(text: string): void;
}

export const createComposerActions = (store: Store<PageState>, actions: Actions): ComposerActions => {
  const now = (): ComposerState => store.state.composer;
  const scene = (): Scene | undefined => sceneIn(store.state);
  const change = (part: Partial<ComposerState>): void => {
    store.set({ composer: { ...now(), ...part } });
    const { composer } = store.state;
    const here = scene();
    const start = here && suggestionsFor(composer, here)?.start;
    if (!('highlight' in part)) store.set({ composer: { ...composer, highlight: start ?? -1 } });
  };

  const completer = createAutocompleter(
    async (query: InvokeCommand) => (await api.autocomplete(query)).choices,
    (choices: Choice[]) => change({ choices, loading: false }),
  );

  /** Asks the bot for choices where the active option wants them. */
  const complete = (draft: Draft): void => {
    const option = findOption(draft, draft.active);
    const { user, channel } = store.state;
    const here = scene();
    completer.cancel();
    const live = here && option && 'autocomplete' in option && option.autocomplete;
    change(live ? { loading: true } : { choices: [], loading: false });
    if (!live) return;
    const { id, path } = draft.command;
    const call = { user, channel, command_id: id, ...(path.length && { subcommand: path }), nonce: newNonce() };
    completer.request({ ...call, options: toAutocompleteOptions(draft, option, here) });
  };

  /** Shows a draft with its active field in focus, at once: the next key belongs to it. */
  const show = (draft: Draft): void => {
    change({ draft, text: '', choices: [], listClosed: false });
    complete(draft);
    store.afterDraw(focusComposer);
    store.flush();
  };

  const reset = (text = ''): void => {
    completer.cancel();
    store.set({ composer: { ...emptyComposer, text } });
    store.afterDraw(focusComposer);
    store.flush();
  };

  const execute = (draft: Draft): void => {
    const here = scene();
    if (!here) return;
    const whole = gather(draft);
    const problems = problemsOf(whole, here);
    const wrong = Object.keys(problems);
    if (wrong.length === 0) {
      actions.invoke(whole.command, toInvokeOptions(whole, here), filesOf(whole));
      reset();
      return;
    }
    // A required option that is missing must be there to be filled in.
    const shown = wrong.filter((name) => name !== '').reduce(addField, whole);
    show({ ...shown, trailing: whole.trailing, problems, active: wrong[0] ?? '' });
  };

  const sendText = async (): Promise<void> => {
    const text = now().text.trim();
    const parsed = parseCommandText(text, scene()?.commands ?? []);
    if (parsed) return execute({ ...startDraft(parsed.command, parsed.values), trailing: parsed.rest });
    if (!text) return;
    reset();
    if (!(await actions.say(text)) && now().text === '') reset(text);
  };

  const send = (): void => {
    const { draft } = now();
    if (draft) execute(draft);
    else void sendText();
  };

  const pickCommand = (command: SlashCommand): void => show(startDraft(command));

  const pickChoice = (draft: Draft, { name, value }: Choice): void => {
    const filled = setField(draft, draft.active, { text: name, value });
    show({ ...filled, active: nextField(filled, draft.active) });
    // The last one chosen: the next Enter sends, and nothing else asks for attention.
    if (now().draft?.active === '') change({ listClosed: true });
  };

  const attach = (name: string, file: File): void => {
    const { draft } = now();
    const here = scene();
    if (draft && here) show(attachFile(draft, name, file, here));
  };

  const pickRow = (row: Row): void => {
    const { draft } = now();
    if (row.kind === 'command') pickCommand(row.command);
    else if (draft && row.kind === 'option') show(addField(draft, row.option.name));
    else if (draft && row.kind === 'choice') pickChoice(draft, row.choice);
  };

  return {
    send,
    pickRow,
    pickCommand,
    type: (text) => {
      const parsed = /\s$/.test(text) ? parseCommandText(text, scene()?.commands ?? []) : undefined;
      // The name and a space: from here on its options are typed.
      if (parsed && text.trim() === `/${parsed.command.name}`) pickCommand(parsed.command);
      else change({ text, listClosed: false });
    },
    typeField: (name, text) => {
      const { draft } = now();
      if (!draft) return;
      const next = setField(draft, name, { text });
      change({ draft: next, listClosed: false });
      complete(next);
    },
    enterField: (name) => {
      const { draft } = now();
      if (!draft || draft.active === name) return;
      const next = { ...draft, active: name };
      change({ draft: next, choices: [], listClosed: false });
      complete(next);
    },
    attach,
    detach: (name) => {
      const { draft } = now();
      if (draft) show(setField(draft, name, { text: '' }));
    },
    receive: (file) => {
      const { draft } = now();
      const name = draft && fileOption(draft);
      if (name) attach(name, file);
      else actions.notify('A file goes with a command that takes one: type / and choose it first.');
    },
    removeField: (name) => {
      const { draft } = now();
      if (draft) show(removeField(draft, name));
    },
    moveHighlight: (step) => {
      const { composer } = store.state;
      const here = scene();
      const open = here && suggestionsFor({ ...composer, listClosed: false }, here);
      if (!open?.rows.length) return;
      const count = open.rows.length;
      // With nothing marked, down goes to the first row and up to the last.
      const from = composer.highlight < 0 && step < 0 ? count : composer.highlight;
      change({ listClosed: false, highlight: (from + step + count) % count });
    },
    enter: () => {
      const { composer } = store.state;
      const here = scene();
      const row = here && suggestionsFor(composer, here)?.rows[composer.highlight];
      const complete = row?.kind === 'command' && isComplete(row.command, composer.text);
      if (row && !complete) pickRow(row);
      else send();
    },
    escape: () => {
      const { composer } = store.state;
      const here = scene();
      const open = here && suggestionsFor(composer, here);
      if (open?.rows.length) change({ listClosed: true });
      else if (composer.draft) reset();
    },
    leaveDraft: reset,
  };
};

/** `/help` and Enter: nothing is left to pick or to fill in. */
const isComplete = (command: SlashCommand, text: string): boolean =>
  text.trim() === `/${command.name}` && !command.options.some(({ required }) => required);

/** Text in one field may name others, as when a whole command is typed: `When was it founded? source:yearbook`. */
const gather = (draft: Draft): Draft => {
  const filled = Object.entries(draft.fields).filter(([, { text, file }]) => text.trim() !== '' && !file);
  const [only] = filled;
  const alone = filled.length === 0 || (filled.length === 1 && only?.[1].value === undefined);
  if (!alone) return draft;
  const typed = [only?.[1].text, draft.trailing].filter(Boolean).join(' ').trim();
  const { values, rest } = parseOptions(draft.command, typed);
  // A field that names no other keeps its place, whichever option it is.
  if (only && !draft.trailing.trim() && Object.keys(values).length < 2) return draft;
  const parsed = startDraft(draft.command, values);
  const attached = Object.entries(draft.fields).filter(([, { file }]) => file);
  return { ...parsed, fields: { ...draft.fields, ...parsed.fields, ...Object.fromEntries(attached) }, trailing: rest };
};

const focusComposer = (): void => {
  const field = document.querySelector<HTMLElement>('.composer [data-active]');
  field?.focus();
};
