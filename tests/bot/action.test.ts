import { describe, expect, it, vi } from 'vitest';
import { type ActionContext, action, integer, oneOf, word, words } from '../../src/bot/action.ts';
import { parseCustomId } from '../../src/reply/custom-id.ts';

const context = {} as ActionContext;
const turn = action('turn', { to: integer, refs: words, how: oneOf('up', 'down'), by: word });

function press(id: string) {
  const run = vi.fn(() => ({ show: 'private' as const, components: [] }));
  const result = turn.handle(run).run(parseCustomId(id).args, context);
  return { run, result };
}

describe('an action', () => {
  it('gives its handler what its custom id was made of', () => {
    const args = { to: -2, refs: ['a', 'b'], how: 'down', by: 'me' } as const;
    expect(turn.id(args)).toBe('turn:-2:a.b:down:me');
    expect(press(turn.id(args)).run).toHaveBeenCalledExactlyOnceWith(args, context);
  });

  it('knows its own custom ids', () => {
    expect(turn.owns('turn:1:a:up:me')).toBe(true);
    expect(turn.owns('turned:1')).toBe(false);
  });

  it.each([
    'turn',
    'turn:1:a:up',
    'turn:x:a:up:me',
    'turn:1::up:me',
    'turn:1:a:left:me',
    'turn:1:a:up:',
    'turn:1:a:up:me:more',
  ])('runs nothing for "%s", which it never made', (id) => {
    const { run, result } = press(id);
    expect(result).toBeUndefined();
    expect(run).not.toHaveBeenCalled();
  });

  it('makes no custom id that Discord would refuse', () => {
    expect(() => turn.id({ to: 1, refs: ['a'.repeat(90)], how: 'up', by: 'me' })).toThrow(RangeError);
    expect(() => turn.id({ to: 1, refs: ['a:b'], how: 'up', by: 'me' })).toThrow(RangeError);
  });
});
