/** Discord's rules for payloads, for tests that check what a bot would send without starting a sandbox. */
export { choiceProblems } from './autocomplete.ts';
export { commandProblems } from './commands.ts';
export { messageProblems } from './message.ts';
export { modalProblems } from './modal.ts';
export { loadSpec, type SchemaName, type Spec } from './spec.ts';
