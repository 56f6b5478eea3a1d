import { describe, expect, it } from 'vitest';
import { leftOutOf, passagesOf, problemOf, workOf } from './reading.ts';

const HEADERS =
  'From: Ines Holm <ines@example.org>\r\nTo: all@example.org\r\nDate: Thu, 4 Mar 2021 09:00:00 +0000\r\nMIME-Version: 1.0\r\n';
const parts = (kind: string, ...content: string[]) =>
  `Content-Type: multipart/${kind}; boundary="b1"\r\n\r\n${content.map((part) => `--b1\r\n${part}\r\n`).join('')}--b1--\r\n`;
const PLAIN =
  'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nWe meet at the lock at nine. It=E2=80=99s cold: bring glo=\r\nves.';
const HTML = 'Content-Type: text/html; charset=utf-8\r\n\r\n<p>We meet at the lock at nine, says the page.</p>';

describe('a mail', () => {
  it('is its text, with who wrote it and when', async () => {
    const attached =
      'Content-Type: image/png\r\nContent-Disposition: attachment; filename="a.png"\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=';
    const mail = `${HEADERS}Subject: =?utf-8?Q?Lock_day_=E2=80=93_notes?=\r\n${parts('mixed', PLAIN, attached)}`;
    const work = await workOf('day.eml', mail);
    expect(work.about).toEqual({
      title: 'Lock day – notes',
      authors: ['Ines Holm'],
      issued: { year: 2021, month: 3, day: 4 },
    });
    expect(passagesOf(work)).toEqual([['[1]', '', 'We meet at the lock at nine. It’s cold: bring gloves.']]);
    expect(leftOutOf(work)).toEqual({ files: ['a.png'] });
    expect(work.format).toBe('mail');
  });

  it('is read once where it comes as text and as a page, and as the page where that is all', async () => {
    const both = await workOf('day.eml', `${HEADERS}Subject: Locks\r\n${parts('alternative', PLAIN, HTML)}`);
    expect(both.passages).toHaveLength(1);
    const page = await workOf('day.eml', `${HEADERS}Subject: Locks\r\n${HTML}`);
    expect(page.passages.map(({ text }) => text)).toEqual(['We meet at the lock at nine, says the page.']);
  });

  it('has what it quotes without the signs before each line, apart from its own text', async () => {
    const text =
      'Yes, at nine.\n\nOn Wed, Tom Vale wrote:\n> Do we meet at nine? I heard that\n> the lock is closed.\n> > Bring gloves.\nAt the gate.';
    const work = await workOf('day.eml', `${HEADERS}Subject: Locks\r\nContent-Type: text/plain\r\n\r\n${text}`);
    expect(work.passages.map((passage) => passage.text.replaceAll('\n', ' '))).toEqual([
      'Yes, at nine.',
      'On Wed, Tom Vale wrote: Do we meet at nine? I heard that the lock is closed.',
      'Bring gloves.',
      'At the gate.',
    ]);
  });

  it('is decoded from its own charset, under any name', async () => {
    const body =
      'Content-Type: text/plain; charset=koi8-r\r\nContent-Transfer-Encoding: base64\r\n\r\n7cXM2M7Jw8Eg0sHCz9TBxdQu';
    const work = await workOf('letter.txt', `${HEADERS}Subject: Note\r\n${body}`);
    expect(work.passages[0]?.text).toBe('Мельница работает.');
  });

  it('is contained: nested, empty or cut', async () => {
    let nested = 'Content-Type: text/plain\r\n\r\nDeep.';
    for (let i = 0; i < 300; i++)
      nested = `Content-Type: multipart/mixed; boundary="n${i}"\r\n\r\n--n${i}\r\n${nested}\r\n--n${i}--`;
    expect(await problemOf('deep.eml', `${HEADERS}${nested}`)).toBe('tooDeep');
    expect(await problemOf('empty.eml', `${HEADERS}Subject: Nothing\r\n\r\n`)).toBe('noText');
    expect(await problemOf('cut.eml', `${HEADERS}Subject: Cut\r\n${parts('mixed', PLAIN)}`.slice(0, -20))).toBe('read');
  });
});

describe('a page that a browser saved with its pictures', () => {
  it('is read as the page', async () => {
    const page =
      'Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://example.org/locks\r\n\r\n' +
      '<!DOCTYPE html><html><head><meta charset=3D"utf-8"><title>Locks of the canal</title></head><body><h1>Locks =\r\nof the canal</h1><p>A lock lifts a boat two metres=E2=80=94or three.</p></body></html>';
    const mhtml = `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/locks\r\nSubject: Locks of the canal\r\nDate: Mon, 3 Mar 2031 10:00:00 -0000\r\nMIME-Version: 1.0\r\n${parts('related; type="text/html"', page)}`;
    const work = await workOf('locks.mht', mhtml);
    expect(work.about).toEqual({ title: 'Locks of the canal', url: 'https://example.org/locks' });
    expect(work.passages.map(({ text }) => text)).toEqual(['A lock lifts a boat two metres—or three.']);
  });
});
