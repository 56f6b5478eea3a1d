/** What `\fcharset` means as a label of an encoding. */
const CHARSETS: Readonly<Record<number, string>> = {
  77: 'macintosh',
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gbk',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
};
/** What `\ansicpg` means, where it is not "windows-" and the number. */
const CODE_PAGES: Readonly<Record<number, string>> = {
  866: 'ibm866',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  65001: 'utf-8',
};

/** The encoding of a font's charset; undefined for that of the document. */
export const encodingOfCharset = (charset: number): string | undefined => CHARSETS[charset];

export const encodingOfCodePage = (codePage: number): string => CODE_PAGES[codePage] ?? `windows-${codePage}`;
