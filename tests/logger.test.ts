import { describe, expect, it } from 'vitest';
import { createLogger } from '../src/logger.ts';

function linesOf(readable: boolean): { write(line: string): void; lines: string[] } {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  const logger = createLogger({ level: 'info', secrets: ['s3cret.token', ''], readable, destination });
  logger.error(
    { err: new Error('refused Bot s3cret.token'), headers: { authorization: 'Bot s3cret.token' } },
    'with s3cret.token',
  );
  return { ...destination, lines };
}

describe('the log', () => {
  it('is JSON, a line each', () => {
    expect(JSON.parse(linesOf(false).lines[0] ?? '')).toMatchObject({ level: 50, msg: 'with [secret]' });
  });

  it.each([false, true])('never shows the token, wherever it stands (readable: %s)', (readable) => {
    const text = linesOf(readable).lines.join('');
    expect(text).toContain('[secret]');
    expect(text).not.toContain('s3cret');
  });

  it('shows no secret that JSON writes otherwise', () => {
    const lines: string[] = [];
    const secret = 'pass"word\\';
    const destination = { write: (line: string) => void lines.push(line) };
    const logger = createLogger({ level: 'info', secrets: [secret], readable: false, destination });
    logger.warn({ reason: `no entry for ${secret}` }, secret);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ reason: 'no entry for [secret]', msg: '[secret]' });
  });

  it('is for reading in a terminal', () => {
    expect(linesOf(true).lines.join('')).toMatch(/ERROR.*with \[secret\]/);
  });
});
