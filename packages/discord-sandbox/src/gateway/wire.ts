import { constants, createDeflate, type Deflate } from 'node:zlib';
import type { WebSocket } from 'ws';

export interface Frame {
  op: number;
  d: unknown;
  s: number | null;
  t: string | null;
}

/** Frames on their way to a bot: a text each or, as it asked for, pieces of one zlib stream, each flushed at its end. */
export class Wire {
  readonly #socket: WebSocket;
  readonly #deflate: Deflate | undefined;
  #sent: Promise<unknown> = Promise.resolve();

  constructor(socket: WebSocket, isCompressed: boolean) {
    this.#socket = socket;
    if (!isCompressed) return;
    const deflate = createDeflate({ flush: constants.Z_SYNC_FLUSH });
    deflate.on('data', (piece: Buffer) => socket.send(piece));
    deflate.on('error', () => socket.terminate());
    socket.once('close', () => deflate.destroy());
    this.#deflate = deflate;
  }

  send(frame: Frame): void {
    const text = JSON.stringify(frame);
    const deflate = this.#deflate;
    if (deflate) this.#sent = new Promise((resolve) => deflate.write(text, resolve));
    else this.#socket.send(text);
  }

  /** What was sent before arrives first. */
  close(code: number): void {
    if (this.#deflate) void this.#sent.then(() => this.#socket.close(code));
    else this.#socket.close(code);
  }
}
