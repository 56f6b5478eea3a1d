/** Whether a bot is connected, for those who wait for it. */
export class Presence {
  /** A bot was connected at some time. */
  seen = false;
  #online = false;
  #waiting: (() => void)[] = [];

  set(online: boolean): void {
    this.#online = online;
    if (!online) return;
    this.seen = true;
    for (const tell of this.#waiting.splice(0)) tell();
  }

  whenOnline(): Promise<void> {
    return this.#online ? Promise.resolve() : new Promise((resolve) => this.#waiting.push(resolve));
  }
}
