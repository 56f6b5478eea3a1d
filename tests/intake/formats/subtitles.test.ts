import { describe, expect, it } from 'vitest';
import { leftOutOf, passagesOf, problemOf, workOf } from './reading.ts';

const cue = (from: string, to: string, ...lines: string[]) => `${from} --> ${to}\n${lines.join('\n')}\n\n`;
const vtt = (...cues: string[]) => `WEBVTT - Lecture\n\n${cues.join('')}`;

describe('subtitles', () => {
  it('are joined to what each speaker says, cited by the time at which it begins', async () => {
    const work = await workOf(
      'mill.vtt',
      vtt(
        cue('00:00:01.000', '00:00:04.000', '<v Ida Holm>The leat is four hundred'),
        cue('00:00:04.000', '00:00:06.500 align:start', '<v Ida Holm>paces long &amp; <i>narrow</i>.'),
        cue('01:02:07.000', '01:02:09.000', '<v Per Lund>Who cleans it?'),
      ),
    );
    expect(passagesOf(work)).toEqual([
      ['[1 at 0:01]', '', 'Ida Holm: The leat is four hundred paces long & narrow.'],
      ['[2 at 1:02:07]', '', 'Per Lund: Who cleans it?'],
    ]);
    expect(work.format).toBe('subtitles');
  });

  it('begin a paragraph where the sign of captions says that another speaks', async () => {
    const work = await workOf(
      'mill.vtt',
      vtt(
        cue('00:00:01.000', '00:00:04.000', '>> IDA: The leat is narrow.', '>> PER: Who cleans it?'),
        cue('00:00:04.000', '00:00:06.000', '>> Nobody does.'),
      ),
    );
    expect(work.passages.map(({ text }) => text)).toEqual([
      'IDA: The leat is narrow.',
      'PER: Who cleans it?',
      'Nobody does.',
    ]);
  });

  it('leave out how signs are read aloud, and count it', async () => {
    const work = await workOf(
      'salt.vtt',
      vtt(
        cue('00:00:01.000', '00:00:03.000', 'Here <ruby>塩<rt>shio</rt></ruby> is boiled'),
        cue('00:00:03.000', '00:00:05.000', 'in <ruby>釜<rt.small>kama</ruby>.'),
      ),
    );
    expect(passagesOf(work)).toEqual([['[1 at 0:01]', '', 'Here 塩 is boiled in 釜.']]);
    expect(leftOutOf(work).repeated).toEqual(['shio', 'kama']);
  });

  it('are read from SubRip, under another name too', async () => {
    const srt = `1\r\n00:12:40,000 --> 00:12:44,000\r\n{\\an8}Water turns\r\nthe wheel.\r\n\r\n2\r\n00:12:58,000 --> 00:13:01,000\r\nIt stops in frost.\r\n`;
    const expected = [
      ['[1 at 12:40]', '', 'Water turns the wheel.'],
      ['[2 at 12:58]', '', 'It stops in frost.'],
    ];
    expect(passagesOf(await workOf('mill.srt', srt))).toEqual(expected);
    expect(passagesOf(await workOf('captions.txt', srt))).toEqual(expected);
  });

  it('keep a word whole whose hyphen ends a line', async () => {
    const work = await workOf(
      'mill.vtt',
      vtt(
        cue('00:01.000', '00:02.000', 'A leat of thirty-', 'five paces, pre-'),
        cue('00:02.000', '00:03.000', 'and post-war, self-'),
        cue('00:03.000', '00:04.000', 'cleaning.'),
      ),
    );
    expect(work.passages.map(({ text }) => text)).toEqual([
      'A leat of thirty-five paces, pre- and post-war, self-cleaning.',
    ]);
  });

  it('say what rolling captions show several times once', async () => {
    const work = await workOf(
      'rolling.vtt',
      vtt(
        cue('00:01.000', '00:02.000', 'Peat is made'),
        cue('00:02.000', '00:03.000', 'Peat is made', 'of old moss,'),
        cue('00:03.000', '00:04.000', 'of old moss,', 'layer on layer.'),
        cue('00:04.000', '00:05.000', 'layer on layer. It'),
        cue('00:05.000', '00:06.000', 'layer on layer. It burns.'),
      ),
    );
    expect(passagesOf(work)).toEqual([['[1 at 0:01]', '', 'Peat is made of old moss, layer on layer. It burns.']]);
    expect(work.account?.omitted.map(({ reason }) => reason)).toEqual(['details', 'repeated']);
  });

  it('leave styles and comments out, and end a long paragraph with a sentence', async () => {
    const time = (second: number) =>
      `00:${String(Math.floor(second / 60)).padStart(2, '0')}:${String(second % 60).padStart(2, '0')}.000`;
    const cues = Array.from({ length: 40 }, (_, i) => cue(time(i), time(i + 1), `Sack ${i} goes into the hopper.`));
    const work = await workOf('long.vtt', vtt('STYLE\n::cue { color: red }\n\n', 'NOTE checked by ear\n\n', ...cues));
    expect(work.passages.length).toBeGreaterThan(1);
    expect(work.passages.every(({ text, seconds }) => /\.$/.test(text) && seconds !== undefined)).toBe(true);
    expect(leftOutOf(work)).toEqual({
      details: ['WEBVTT - Lecture', 'STYLE', '::cue { color: red }'],
      comments: ['NOTE checked by ear'],
    });
  });

  it('keep all that is said in files that were written carelessly', async () => {
    const srt = `1\n00:00:01,000 --> 00:00:02,000\nThe gate opens.\n2\n00:00:02,000 --> 00:00:03,000\nThen water\n\ncomes in.\n\nend card\n00:00:09,000 --> 00:00:10,000\n<v Ida>Twelve sacks? <v Per>Twelve &amp; one.\n1790\n`;
    const work = await workOf('loose.srt', srt);
    expect(passagesOf(work)).toEqual([
      ['[1 at 0:01]', '', 'The gate opens. Then water comes in.'],
      ['[2 at 0:09]', '', 'Ida: Twelve sacks?'],
      ['[3 at 0:09]', '', 'Per: Twelve & one. 1790'],
    ]);
    expect(work.account?.omitted.flatMap(({ shown }) => shown)).toEqual(['end card']);
  });

  it('are contained: a million cues are too large, cues without words no text', async () => {
    expect(await problemOf('million.vtt', vtt(cue('00:01.000', '00:02.000', 'x').repeat(1_000_000)))).toBe('tooLarge');
    expect(await problemOf('silent.vtt', vtt(cue('00:01.000', '00:02.000', '')))).toBe('noText');
    const many = vtt(cue('00:01.000', '00:02.000', '<b>x').repeat(100_000));
    expect(await problemOf('many.vtt', many)).toBe('read');
  });
});
