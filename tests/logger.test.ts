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
    expect(JSON.parse(linesOf(false).lines[0] ?? '')).toMatchObject({ level: 50, msg: 'with [token]' });
  });

  it.each([false, true])('never shows the token, wherever it stands (readable: %s)', (readable) => {
    const text = linesOf(readable).lines.join('');
    expect(text).toContain('[token]');
    expect(text).not.toContain('s3cret');
  });

  it('is for reading in a terminal', () => {
    expect(linesOf(true).lines.join('')).toMatch(/ERROR.*with \[token\]/);
  });
});
