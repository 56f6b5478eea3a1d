import { createPublicKey, verify } from 'node:crypto';

/** Whether a request comes from Discord, and of now. `stale`: signed by Discord, at another time. */
export type Signature = 'valid' | 'stale' | 'invalid';

/** Tells of a request by its headers `X-Signature-Timestamp` and `X-Signature-Ed25519`, and its body as it was sent. */
export type CheckSignature = (timestamp: unknown, signature: unknown, body: Uint8Array) => Signature;

/** Milliseconds by which a signed request may be older, or newer, than this machine's clock says. */
const WINDOW_MS = 5 * 60_000;

/** Checks Ed25519 signatures with the application's public key: 32 bytes as hexadecimal text. */
export function createSignatureCheck(publicKey: string, now: () => number = Date.now): CheckSignature {
  const x = Buffer.from(publicKey, 'hex').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return (timestamp, signature, body) => {
    if (typeof timestamp !== 'string' || !/^\d{1,12}$/.test(timestamp)) return 'invalid';
    if (typeof signature !== 'string' || !/^[0-9a-f]{128}$/i.test(signature)) return 'invalid';
    const signed = Buffer.concat([Buffer.from(timestamp), body]);
    if (!verify(null, signed, key, Buffer.from(signature, 'hex'))) return 'invalid';
    return Math.abs(now() - Number(timestamp) * 1000) > WINDOW_MS ? 'stale' : 'valid';
  };
}
