/** The socket to the sandbox: opened again whenever it closes, each time beginning with a whole state. */
import type { ClientEvent } from '../src/client-api.ts';

export interface Connection {
  /** Closes for good. */
  close(): void;
}

interface Listener {
  onEvent(event: ClientEvent): void;
  onLost(): void;
  /** The server knows no such person; no further try is made. */
  onRefused(): void;
}

/** The socket's close code for a person who is not there. */
const refusedCode = 1008;
/** Milliseconds: the first try comes soon for a server that restarts, later ones spare one that is gone. */
const firstDelay = 250;
const longestDelay = 4_000;

export const connect = (user: string, listener: Listener): Connection => {
  let socket: WebSocket | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let delay = firstDelay;
  let closed = false;

  const open = (): void => {
    const address = new URL(`client/socket?user=${encodeURIComponent(user)}`, location.href);
    address.protocol = address.protocol.replace('http', 'ws');
    address.hash = '';
    socket = new WebSocket(address);
    socket.onmessage = ({ data }) => {
      delay = firstDelay;
      // The server is our own, on this machine; what it says keeps to client-api.ts.
      if (!closed) listener.onEvent(JSON.parse(String(data)) as ClientEvent);
    };
    socket.onclose = ({ code }) => {
      if (closed) return;
      listener.onLost();
      if (code === refusedCode) {
        listener.onRefused();
        return;
      }
      timer = setTimeout(open, delay);
      delay = Math.min(delay * 2, longestDelay);
    };
  };

  open();
  return {
    close: () => {
      closed = true;
      clearTimeout(timer);
      socket?.close();
    },
  };
};
