import { describe, expect, it } from 'vitest';
import { applyEvent, emptyState, type PageState, type Pending, sceneIn, serverOf } from '../../page/state.ts';
import type { ClientEvent } from '../../src/client-api.ts';
import { client, message } from './fixtures.ts';

const pending: Pending = { kind: 'command', nonce: 'n1', channel: 'c1', label: '/ask', at: '2026-03-01T12:00:00.000Z' };
const open: PageState = { ...emptyState('1', 'c1'), link: 'open', client, pending: [pending] };
const next = (event: ClientEvent, state = open): PageState => applyEvent(state, event);
const ids = (state: PageState, channel = 'c1') => state.client?.messages[channel]?.map(({ id }) => id);

describe('what the page makes of events', () => {
  it('takes a whole state, and goes to the first channel when its own is gone', () => {
    const state = applyEvent({ ...emptyState('1', 'gone'), pending: [pending] }, { type: 'state', state: client });
    expect(state).toMatchObject({ link: 'open', channel: 'c1', pending: [] });
  });

  it('goes on waiting where a state comes over a line that is open', () => {
    const guilds = client.guilds.slice(0, 1);
    const state = next({ type: 'state', state: { ...client, guilds } });
    expect(state.client?.guilds).toEqual(guilds);
    expect(state.pending).toEqual([pending]);
  });

  it('knows which server a channel is in, and its scene', () => {
    expect(['c1', 'h1', 'd1', 'none'].map((channel) => serverOf(open, channel))).toEqual(['g', 'h', '', '']);
    expect(sceneIn(open)?.guild?.name).toBe('Study group');
    expect(sceneIn(emptyState('1', 'c1'))).toBeUndefined();
  });

  it('adds a message, changes it in place, and takes it away', () => {
    const added = next({ type: 'message_create', message: message('m2') });
    expect(ids(added)).toEqual(['m1', 'm2']);
    const changed = next({ type: 'message_update', message: message('m1', 'Other') }, added);
    expect(ids(changed)).toEqual(['m1', 'm2']);
    expect(changed.client?.messages.c1?.[0]?.content).toBe('Other');
    expect(ids(next({ type: 'message_delete', channel_id: 'c1', message_id: 'm1' }, changed))).toEqual(['m2']);
  });

  it('marks a channel as unread when something new arrives elsewhere', () => {
    expect(next({ type: 'message_create', message: message('m2', 'x', 'c2') }).unread).toEqual(['c2']);
    expect(next({ type: 'message_create', message: message('m2') }).unread).toEqual([]);
  });

  it('awaits a command no longer once its answer is there', () => {
    expect(next({ type: 'message_create', message: message('m2'), nonce: 'n1' }).pending).toEqual([]);
    expect(next({ type: 'message_create', message: message('m2'), nonce: 'other' }).pending).toEqual([pending]);
    expect(next({ type: 'interaction_done', nonce: 'n1' }).pending).toEqual([]);
  });

  it('keeps a command that failed, with the reason', () => {
    const { pending: left } = next({ type: 'interaction_failed', nonce: 'n1', reason: 'Too late.' });
    expect(left).toEqual([{ ...pending, failure: 'Too late.' }]);
  });

  it('opens a modal only where it was asked for, and closes it when its answer comes', () => {
    const modal = { custom_id: 'm', title: 'Tell', components: [] };
    expect(next({ type: 'modal', modal, nonce: 'elsewhere' }).modal).toBeUndefined();
    const opened = next({ type: 'modal', modal, nonce: 'n1' });
    expect(opened).toMatchObject({ modal: { modal, channel: 'c1' }, pending: [] });
    const sent = { ...opened, pending: [{ ...pending, kind: 'modal' as const, nonce: 'n2' }] };
    expect(next({ type: 'message_create', message: message('m3'), nonce: 'n2' }, sent).modal).toBeUndefined();
  });

  it('forgets what was chosen in a message that is edited', () => {
    const state = { ...open, selected: { 'm1:pick': ['a'], 'm2:pick': ['b'] } };
    expect(next({ type: 'message_update', message: message('m1') }, state).selected).toEqual({ 'm2:pick': ['b'] });
  });

  it('follows the bot and its commands', () => {
    expect(next({ type: 'bot', bot: null, online: false }).client).toMatchObject({ bot: null, bot_online: false });
    expect(next({ type: 'commands', commands: [] }).client?.commands).toEqual([]);
  });
});
