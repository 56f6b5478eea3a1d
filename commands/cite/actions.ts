import { sourceRef } from '../../src/material/refs.ts';
import { FILE_FORMATS } from '../../src/study/references/files.ts';
import { STYLES } from '../../src/study/references/style-names.ts';
import { changed, findPassage } from '../sources/passage.ts';
import { cite, citeFile } from './buttons.ts';
import { citeFileView, citeView } from './view.ts';

const citePassage = cite.handle(({ passage: ref }, { knowledge, messages }) => {
  const found = findPassage(ref, knowledge);
  if (!found) return changed(messages);
  const { article, passage } = found;
  return { show: 'private', components: citeView({ source: article.source, passage, styles: STYLES }, messages) };
});

const sendFile = citeFile.handle(({ work, format }, { knowledge, messages }) => {
  const source = [...knowledge.material.sources.values()].find((each) => sourceRef(each) === work);
  if (!source) return changed(messages);
  const { ending, write } = FILE_FORMATS[format];
  const name = `reference.${ending}`;
  const data = new TextEncoder().encode(write(source));
  return { show: 'private', components: citeFileView(name, source, messages), files: [{ name, data }] };
});

export const citeActions = [citePassage, sendFile];
