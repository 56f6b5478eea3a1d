/** The page's beginning: who acts and where stand in the address, the rest comes from the server. */
import { render } from 'lit-html';
import type { ClientState } from '../src/client-api.ts';
import { createActions } from './actions.ts';
import { fetchState, Refused } from './api.ts';
import { createComposerActions } from './composer/composer-actions.ts';
import { type Connection, connect } from './connection.ts';
import { stickToEnd } from './scroll.ts';
import { applyEvent, emptyState, firstChannel, type PageState, sceneIn } from './state.ts';
import { createStore, type Store } from './store.ts';
import { applyTheme } from './theme.ts';
import { app } from './views/app.ts';

/** Milliseconds between looks for a server that is not there yet. */
const retryTime = 1_000;

const start = (): void => {
  applyTheme();
  const { user, channel } = readAddress();
  let connection: Connection | undefined;
  const store = createStore<PageState>(emptyState(user, channel), (state) => {
    const settle = stickToEnd();
    render(app({ state, scene: sceneIn(state), actions, composer }), document.body);
    settle();
    writeAddress(state);
  });
  const reconnect = (): void => {
    connection?.close();
    store.set({ link: 'connecting' });
    connection = connect(store.state.user, {
      onEvent: (event) => {
        store.update((state) => applyEvent(state, event));
        if (event.type === 'modal') store.afterDraw(focusModal);
      },
      onLost: () => store.set({ link: 'connecting' }),
      onRefused: () => void enter(store).then(reconnect),
    });
  };
  const actions = createActions(store, reconnect);
  const composer = createComposerActions(store, actions);

  addEventListener('hashchange', () => {
    const address = readAddress();
    if (address.user && address.user !== store.state.user) actions.switchTo(address.user);
    if (address.channel && address.channel !== store.state.channel) actions.openChannel(address.channel);
  });
  addEventListener('keydown', focusComposerOnTyping);
  store.flush();
  void enter(store).then(reconnect);
};

/**
 * Settles who acts and where: as the address says, by id or name, or else whoever had that name before the server
 * began anew, or else the first person and channel.
 */
const enter = async (store: Store<PageState>): Promise<void> => {
  const { user, channel, client: before } = store.state;
  const client = await findState(user);
  const username = before?.people.find(({ id }) => id === user)?.username;
  const place = before?.channels.find(({ id }) => id === channel)?.name;
  const person = client.people.find((one) => one.id === user || one.username === (username ?? user));
  const room = client.channels.find((one) => one.id === channel || one.name === (place ?? channel));
  store.set({ user: (person ?? client.people[0])?.id ?? '', channel: (room ?? firstChannel(client))?.id ?? '' });
};

const focusModal = (): void => document.querySelector<HTMLElement>('.modal-body :is(input, textarea, select)')?.focus();

/** Waits for a server that is not there yet; asks for anybody's state where it refuses this person's. */
const findState = async (user: string): Promise<ClientState> => {
  let known = user;
  for (;;) {
    try {
      return await fetchState(known);
    } catch (error) {
      if (error instanceof Refused && known) known = '';
      else await new Promise((resolve) => setTimeout(resolve, retryTime));
    }
  }
};

const readAddress = (): { user: string; channel: string } => {
  const hash = new URLSearchParams(location.hash.slice(1));
  return { user: hash.get('user') ?? '', channel: hash.get('channel') ?? '' };
};

const writeAddress = (state: PageState): void => {
  const { user, channel, client } = state;
  if (!client) return;
  const hash = `#${new URLSearchParams({ user, channel })}`;
  if (location.hash !== hash) history.replaceState(null, '', hash);
  const place = sceneIn(state)?.guild?.name ?? 'Direct messages';
  const name = client.channels.find(({ id }) => id === channel)?.name;
  document.title = name ? `#${name} | ${place}` : place;
};

/** As in Discord, typing anywhere types into the composer. */
const focusComposerOnTyping = (event: KeyboardEvent): void => {
  const typed = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
  const free = document.activeElement === document.body || document.activeElement?.classList.contains('log');
  if (typed && free) document.querySelector<HTMLElement>('.composer [data-active]')?.focus();
};

start();
