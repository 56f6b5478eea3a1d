import { describe, expect, it } from 'vitest';
import { ConfigError, parseConfig, secretsOf } from '../src/config.ts';

describe('settings', () => {
  it('all have a default', () => {
    const config = parseConfig({});
    expect(config).toMatchObject({
      token: undefined,
      api: 'https://discord.com/api',
      http: undefined,
      ops: undefined,
      sandboxPort: 4600,
      logLevel: 'info',
    });
    expect(config.knowledgeDir).toMatch(/knowledge$/);
    expect(config.dataDir).toMatch(/data$/);
    expect(config).toMatchObject({
      databaseUrl: undefined,
      databaseCaFile: undefined,
      databasePoolSize: 10,
      indexMemory: 256e6,
      fileSize: 25e6,
      quota: { works: 200, passages: 20_000, bytes: 20e6, additionsPerHour: 30 },
    });
  });

  it('count as unset where they are empty, as in a copied .env.example', () => {
    expect(parseConfig({ DISCORD_TOKEN: ' ', DISCORD_API: '', SANDBOX_PORT: '' })).toEqual(parseConfig({}));
  });

  it('are taken as given', () => {
    expect(
      parseConfig({ DISCORD_TOKEN: ' abc ', DISCORD_API: 'http://127.0.0.1:9/api/', SANDBOX_PORT: '0' }),
    ).toMatchObject({
      token: 'abc',
      api: 'http://127.0.0.1:9/api',
      sandboxPort: 0,
    });
  });

  it('for health and metrics listen on loopback unless told otherwise', () => {
    expect(parseConfig({ OPS_PORT: '9100' }).ops).toEqual({ port: 9100, host: '127.0.0.1' });
    expect(parseConfig({ OPS_PORT: '9100', OPS_HOST: '::' }).ops).toEqual({ port: 9100, host: '::' });
  });

  it('for interactions over HTTP stand together', () => {
    const key = 'AB'.repeat(32);
    const all = { DISCORD_TOKEN: 'abc', DISCORD_PUBLIC_KEY: key, HTTP_PORT: '8080' };
    expect(parseConfig(all).http).toEqual({ publicKey: key.toLowerCase(), port: 8080, host: '0.0.0.0' });
    expect(parseConfig({ ...all, HTTP_HOST: '127.0.0.1' }).http?.host).toBe('127.0.0.1');
    for (const missing of Object.keys(all)) {
      const attempt = () => parseConfig({ ...all, [missing]: '' });
      expect(attempt).toThrow(ConfigError);
      expect(attempt).toThrow(new RegExp(`^${missing} is missing, [^\\n]*: (?:copy|put) [^\\n]*$`));
    }
    expect(() => parseConfig({ ...all, SHARDS: '2' })).toThrow(/^SHARDS .*leave one of them empty$/);
  });

  it('divide the gateway by a number or as Discord advises', () => {
    expect(parseConfig({}).shards).toBeUndefined();
    expect(parseConfig({ SHARDS: '4' }).shards).toBe(4);
    expect(parseConfig({ SHARDS: 'auto' }).shards).toBe('auto');
  });

  it.each([
    ['DISCORD_PUBLIC_KEY', 'abc', 'copy the 64 characters'],
    ['HTTP_PORT', '80000', 'put a whole number'],
    ['SHARDS', '0', 'put a whole number from 1, or auto'],
    ['SHARDS', 'many', 'put a whole number from 1, or auto'],
    ['OPS_PORT', '-1', 'put a whole number'],
    ['SANDBOX_PORT', 'http', 'put a whole number'],
    ['SANDBOX_PORT', '70000', 'put a whole number'],
    ['SANDBOX_PORT', '80.5', 'put a whole number'],
    ['DATABASE_URL', 'mysql://h/db', 'put postgres://'],
    ['DATABASE_URL', 'host=h', 'put postgres://'],
    ['DATABASE_POOL_SIZE', '0', 'whole number of connections from 1'],
    ['INDEX_MEMORY_MB', '1', 'whole number of megabytes from 16'],
    ['FILE_MB', '101', 'whole number of megabytes from 1 to 100'],
    ['QUOTA_WORKS', 'many', 'whole number of works from 1'],
    ['QUOTA_TEXT_MB', '-3', 'whole number of megabytes from 1'],
    ['LOG_LEVEL', 'loud', 'put one of fatal'],
    ['DISCORD_API', 'discord.com', 'put https://discord.com/api'],
    ['DISCORD_API', 'ftp://discord.com', 'put https://discord.com/api'],
    ['DISCORD_TOKEN', 'Bot abc', 'copy the token alone'],
  ])('%s=%s stops the start with one line that says what to put', (name, value, help) => {
    const attempt = () => parseConfig({ [name]: value });
    expect(attempt).toThrow(ConfigError);
    expect(attempt).toThrow(new RegExp(`^${name} [^\n]*${help}[^\n]*$`));
  });

  it('hold secrets: the token and the database’s password, in whatever way it is written', () => {
    const of = (url?: string) => secretsOf(parseConfig({ DISCORD_TOKEN: 'tok', DATABASE_URL: url }));
    expect(of()).toEqual(['tok']);
    expect(of('postgres://ana:p%40ss@h/db')).toEqual(expect.arrayContaining(['tok', 'p%40ss', 'p@ss']));
    expect(of('postgres://ana:100%@h/db')).toContain('100%');
    expect(of('postgres://h/db?user=ana&password=p%40ss')).toContain('p@ss');
  });

  it('never repeat a value that may be a secret', () => {
    expect(() => parseConfig({ DISCORD_TOKEN: 'my secret' })).not.toThrow(/secret/);
    expect(() => parseConfig({ DATABASE_URL: 'mysql://ana:secret@h/db' })).toThrow(/^DATABASE_URL (?!.*secret)/);
  });
});
