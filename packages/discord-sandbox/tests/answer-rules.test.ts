import type { APIInteraction } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ASK, answering, errorAt, refusal, type Setup, sandboxWithBot } from './bot.ts';

const RATE = {
  name: 'rate',
  description: 'Rates something',
  options: [{ type: 4, name: 'stars', description: 'How many', autocomplete: true }],
};
let setup: Setup;
beforeAll(async () => {
  setup = await sandboxWithBot({ ackTimeoutMs: 300 }, [ASK, RATE]);
});
afterAll(() => setup.stop());

/** How an answer to what somebody types is taken: the refusal, or undefined. */
async function completing(command: string, option: string, body: object): Promise<unknown> {
  const answered = new Promise((resolve) => {
    setup.bot.answer = (raw) => setup.bot.respond(raw, body).then(() => resolve(undefined), resolve);
  });
  // Whoever types gets nothing out of a refused answer, and need not be waited for.
  setup.ana.autocomplete(command, option, 'x').catch(() => undefined);
  return answered;
}
const choices = (...list: object[]) => ({ type: 8, data: { choices: list } });
const asking = (list: object[]) => completing('ask', 'question', choices(...list));

describe('choices', () => {
  const cases: [string, object[], object[], string][] = [
    [
      'at most 25',
      Array.from({ length: 25 }, (_, i) => ({ name: `${i}`, value: `${i}` })),
      Array.from({ length: 26 }, (_, i) => ({ name: `${i}`, value: `${i}` })),
      'data.choices',
    ],
    [
      'names of at most 100 characters',
      [{ name: 'a'.repeat(100), value: 'a' }],
      [{ name: 'a'.repeat(101), value: 'a' }],
      'data.choices.0.name',
    ],
    ['names that are not empty', [{ name: 'a', value: 'a' }], [{ name: '', value: 'a' }], 'data.choices.0.name'],
    [
      'values of at most 100 characters',
      [{ name: 'a', value: 'a'.repeat(100) }],
      [{ name: 'a', value: 'a'.repeat(101) }],
      'data.choices.0.value',
    ],
    [
      'names that are not white space alone',
      [{ name: 'a b', value: 'a' }],
      [{ name: ' ', value: 'a' }],
      'data.choices.0.name',
    ],
    ["values of the option's type", [], [{ name: 'a', value: 3 }], 'data.choices.0.value'],
  ];
  it.each(cases)('are held to: %s', async (_, passes, fails, at) => {
    expect(await asking(passes)).toBeUndefined();
    const error = await refusal(Promise.reject(await asking(fails)));
    expect(error).toMatchObject({ status: 400, code: 50035 });
    expect(errorAt(error, at)).toBeDefined();
  });

  it('are numbers for an option that takes numbers', async () => {
    expect(await completing('rate', 'stars', choices({ name: 'Five', value: 5 }))).toBeUndefined();
    const error = await refusal(
      Promise.reject(await completing('rate', 'stars', choices({ name: 'Five', value: '5' }))),
    );
    expect(errorAt(error, 'data.choices.0.value')).toBe('BASE_TYPE_BAD_TYPE');
    const half = await refusal(
      Promise.reject(await completing('rate', 'stars', choices({ name: 'Half', value: 0.5 }))),
    );
    expect(errorAt(half, 'data.choices.0.value')).toBe('NUMBER_TYPE_COERCE');
  });
});

describe('each kind of interaction takes its own answers:', () => {
  const message = { content: 'x' };
  const modal = { custom_id: 'm', title: 'M', components: [{ type: 10, content: 'x' }] };
  it.each([
    ['a message', { type: 4, data: message }],
    ['a deferral', { type: 5 }],
    ['a modal', { type: 9, data: modal }],
  ])('autocomplete takes no %s', async (_, body) => {
    const error = await refusal(Promise.reject(await completing('ask', 'question', body)));
    expect(errorAt(error, 'type')).toBe('BASE_TYPE_CHOICES');
  });

  it.each([
    ['choices', choices()],
    ['an update', { type: 7, data: message }],
    ['a deferred update', { type: 6 }],
    ['a pong', { type: 1 }],
    ['anything else', { type: 42 }],
    ['nothing', {}],
  ])('a command takes no %s', async (_, body) => {
    const { answered } = await answering(setup, body);
    expect(errorAt(await refusal(answered), 'type')).toBe('BASE_TYPE_CHOICES');
  });
});

describe('a modal', () => {
  const input = (custom_id: string, more: object = {}) => ({ type: 4, custom_id, style: 1, ...more });
  const labelled = (component: object, label = 'Label') => ({ type: 18, label, component });
  const select = (more: object) => ({ type: 3, custom_id: 's', options: [{ label: 'A', value: 'a' }], ...more });
  const inRow = (component: object) => ({ type: 1, components: [component] });
  const modal = (...components: object[]) => ({ type: 9, data: { custom_id: 'm', title: 'M', components } });
  const fine = modal(labelled(input('a')));
  const cases: [string, object, object, string][] = [
    [
      'a title of at most 45 characters',
      { type: 9, data: { ...fine.data, title: 'a'.repeat(45) } },
      { type: 9, data: { ...fine.data, title: 'a'.repeat(46) } },
      'data.title',
    ],
    [
      'one to five components',
      modal(...[1, 2, 3, 4, 5].map((i) => labelled(input(`a${i}`)))),
      modal(...[1, 2, 3, 4, 5, 6].map((i) => labelled(input(`a${i}`)))),
      'data.components',
    ],
    [
      'custom ids once',
      modal(labelled(input('a')), labelled(input('b'))),
      modal(labelled(input('a')), labelled(input('a'))),
      'data.components.1.component.custom_id',
    ],
    ['a label of at most 45 characters', fine, modal(labelled(input('a'), 'a'.repeat(46))), 'data.components.0.label'],
    [
      'a label on an input in a row',
      modal(inRow(input('a', { label: 'L' }))),
      modal(inRow(input('a'))),
      'data.components.0.components.0.label',
    ],
    [
      'one label only inside a label',
      fine,
      modal(labelled(input('a', { label: 'L' }))),
      'data.components.0.component.label',
    ],
    [
      'one input in a row',
      modal(inRow(input('a', { label: 'L' }))),
      modal({ type: 1, components: [input('a', { label: 'L' }), input('b', { label: 'L' })] }),
      'data.components.0.components',
    ],
    [
      'lengths that agree',
      modal(labelled(input('a', { min_length: 2, max_length: 2 }))),
      modal(labelled(input('a', { min_length: 3, max_length: 2 }))),
      'data.components.0.component.min_length',
    ],
    [
      'a prefilled value that fits',
      modal(labelled(input('a', { max_length: 2, value: 'ab' }))),
      modal(labelled(input('a', { max_length: 2, value: 'abc' }))),
      'data.components.0.component.value',
    ],
    ['a title that is not white space alone', fine, { type: 9, data: { ...fine.data, title: ' ' } }, 'data.title'],
    ['labels that are not white space alone', fine, modal(labelled(input('a'), ' ')), 'data.components.0.label'],
    ['texts that are not white space alone', fine, modal({ type: 10, content: ' ' }), 'data.components.0.content'],
    [
      'component ids once',
      modal({ ...labelled(input('a')), id: 3 }, { ...labelled(input('b')), id: 4 }),
      modal({ ...labelled(input('a')), id: 3 }, { ...labelled(input('b')), id: 3 }),
      'data.components.1.id',
    ],
    [
      'nothing that is disabled',
      modal(labelled(select({ disabled: false }))),
      modal(labelled(select({ disabled: true }))),
      'data.components.0.component.disabled',
    ],
    [
      'a choice in each select that must be answered',
      modal(labelled(select({ min_values: 0, required: false }))),
      modal(labelled(select({ min_values: 0 }))),
      'data.components.0.component.min_values',
    ],
    [
      'a file in each upload that must be answered',
      modal(labelled({ type: 19, custom_id: 'f', min_values: 0, required: false })),
      modal(labelled({ type: 19, custom_id: 'f', min_values: 0 })),
      'data.components.0.component.min_values',
    ],
  ];
  it.each(cases)('is held to: %s', async (_, passes, fails, at) => {
    await (await answering(setup, passes)).answered;
    const error = await refusal((await answering(setup, fails)).answered);
    expect(error).toMatchObject({ status: 400, code: 50035 });
    expect(errorAt(error, at)).toBeDefined();
  });
});

it('fails a person who types when the answer is refused or does not come', async () => {
  setup.bot.answer = (raw: APIInteraction) => setup.bot.respond(raw, { type: 5 });
  await expect(setup.ana.autocomplete('ask', 'question', 'x')).rejects.toThrow('Value must be one of {8}');
  setup.bot.answer = () => undefined;
  await expect(setup.ana.autocomplete('ask', 'question', 'x')).rejects.toThrow('did not respond');
});
