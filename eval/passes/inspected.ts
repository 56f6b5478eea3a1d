import { once } from 'node:events';
import type { Profiler } from 'node:inspector';
import { WebSocket } from 'ws';

interface Reply {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** Another process of Node.js, by the Chrome DevTools Protocol. */
export class Inspected {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  #last = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => {
      const reply = JSON.parse(String(data)) as Reply;
      if (reply.id !== undefined) this.#waiting.get(reply.id)?.(reply);
    });
  }

  /** `url`: what the process prints that was started with `--inspect`. */
  static async connect(url: string): Promise<Inspected> {
    const socket = new WebSocket(url);
    await once(socket, 'open');
    return new Inspected(socket);
  }

  async startCounting(): Promise<void> {
    await this.#send('Profiler.enable');
    await this.#send('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  }

  /** The functions that were called since it was asked last, by script. */
  async takeCalled(): Promise<Profiler.ScriptCoverage[]> {
    const { result } = (await this.#send('Profiler.takePreciseCoverage')) as Profiler.TakePreciseCoverageReturnType;
    return result;
  }

  close(): void {
    this.#socket.close();
  }

  #send(method: string, params: object = {}): Promise<unknown> {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, ({ result, error }) => {
        this.#waiting.delete(id);
        if (error) reject(new Error(`${method}: ${error.message}`));
        else resolve(result);
      });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }
}
