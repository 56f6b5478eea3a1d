import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSignatureCheck } from '../../src/discord/signature.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const hex = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex');
const NOW = 1_700_000_000_000;
const check = createSignatureCheck(hex, () => NOW);
const BODY = Buffer.from('{"type":1}');

const signed = (timestamp: string, body: Uint8Array = BODY, key = privateKey) =>
  sign(null, Buffer.concat([Buffer.from(timestamp), body]), key).toString('hex');

describe('a signature', () => {
  it('of the application over timestamp and body is valid', () => {
    expect(check('1700000000', signed('1700000000'), BODY)).toBe('valid');
  });

  it('is not valid for another body, another timestamp or by another key', () => {
    const signature = signed('1700000000');
    expect(check('1700000000', signature, Buffer.from('{"type":2}'))).toBe('invalid');
    expect(check('1700000001', signature, BODY)).toBe('invalid');
    const other = generateKeyPairSync('ed25519').privateKey;
    expect(check('1700000000', signed('1700000000', BODY, other), BODY)).toBe('invalid');
  });

  it.each([
    ['1699999701', 'valid'],
    ['1699999699', 'stale'],
    ['1700000299', 'valid'],
    ['1700000301', 'stale'],
  ])('of the second %s is %s', (timestamp, expected) => {
    expect(check(timestamp, signed(timestamp), BODY)).toBe(expected);
  });

  it('is not valid whatever else stands in the headers, and nothing throws', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.uint8Array(), (timestamp, signature, body) => {
        expect(check(timestamp, signature, body)).toBe('invalid');
      }),
    );
    expect(check('1700000000', 'ab'.repeat(64), BODY)).toBe('invalid');
    expect(check('1700000000', signed('1700000000').slice(2), BODY)).toBe('invalid');
  });
});
