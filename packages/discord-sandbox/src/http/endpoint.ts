import { createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { type APIInteraction, InteractionResponseType, InteractionType } from 'discord-api-types/v10';
import type { Clock } from '../clock.ts';

export interface EndpointOptions {
  clock: Clock;
  newId(): string;
  applicationId: string;
  /** Ed25519; a new one unless given. */
  signingKey: KeyObject | undefined;
  /** Milliseconds that an answer may take. */
  timeoutMs: number;
  /** There is an endpoint now, or none any more. */
  onChange(isSet: boolean): void;
}

const UNVERIFIED = 'The specified interactions endpoint URL could not be verified.';

/** The bot's own address, where it gets its interactions as signed POSTs in the place of gateway events. */
export class Endpoint {
  /** Ed25519, as hexadecimal text: what the Developer Portal shows. */
  readonly publicKey: string;
  readonly #privateKey: KeyObject;
  readonly #options: EndpointOptions;
  #url: string | null = null;

  constructor(options: EndpointOptions) {
    this.#options = options;
    this.#privateKey = options.signingKey ?? generateKeyPairSync('ed25519').privateKey;
    this.publicKey = Buffer.from(
      createPublicKey(this.#privateKey).export({ format: 'jwk' }).x ?? '',
      'base64url',
    ).toString('hex');
  }

  get url(): string | null {
    return this.#url;
  }

  /**
   * Uses an address from now on; null goes back to the gateway. Rejects, and leaves all as it was, where the address does
   * not answer a ping as it must: PONG to one that is signed, 401 to one that is not.
   */
  async set(url: string | null): Promise<void> {
    if (url !== null) await this.#verify(url);
    this.#url = url;
    this.#options.onChange(url !== null);
  }

  /** Sends an interaction; rejects where there is no answer in time. */
  post(raw: APIInteraction): Promise<Response> {
    if (this.#url === null) throw new Error('There is no endpoint.');
    return this.#send(this.#url, raw, this.#privateKey);
  }

  async #verify(url: string): Promise<void> {
    const { newId, applicationId } = this.#options;
    const token = randomBytes(16).toString('hex');
    const ping = { id: newId(), application_id: applicationId, type: InteractionType.Ping, token, version: 1 };
    const [signed, forged] = await Promise.all([
      this.#send(url, ping, this.#privateKey),
      this.#send(url, ping, generateKeyPairSync('ed25519').privateKey),
    ]).catch(() => {
      throw new Error(UNVERIFIED);
    });
    const pong = (await signed.json().catch(() => ({}))) as { type?: unknown };
    await forged.body?.cancel();
    if (signed.status !== 200 || pong.type !== InteractionResponseType.Pong || forged.status !== 401) {
      throw new Error(UNVERIFIED);
    }
  }

  #send(url: string, payload: object, key: KeyObject): Promise<Response> {
    const body = JSON.stringify(payload);
    const timestamp = String(Math.floor(this.#options.clock.now() / 1000));
    return fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Discord-Interactions/1.0 (+https://discord.com)',
        'x-signature-ed25519': sign(null, Buffer.from(timestamp + body), key).toString('hex'),
        'x-signature-timestamp': timestamp,
      },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(this.#options.timeoutMs),
    });
  }
}
