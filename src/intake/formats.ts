/**
 * What people call the formats that are read, in the order in which messages list them. Markdown, plain text and exported
 * libraries have a name in each language: these stand in the message catalogue, as does the sentence around the list.
 */
// biome-ignore format: one list
export const FORMAT_NAMES: readonly string[] = [
  'HTML', 'PDF', 'DOCX', 'PPTX', 'ODT', 'ODP', 'RTF', 'XLSX', 'CSV', 'EPUB', 'VTT', 'SRT', 'IPYNB', 'TeX', 'EML', 'MHTML',
];
