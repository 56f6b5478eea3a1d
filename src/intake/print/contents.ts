/** Whether a line is of a table of contents: dots that lead to a page number. It tells nothing that the headings do not. */
export const isContents = (text: string): boolean =>
  text.length <= 300 && /(?:\. ?){5,} ?(?:\d{1,4}|[ivxl]{1,6})$/.test(text);
