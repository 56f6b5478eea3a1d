import { execFileSync } from 'node:child_process';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A way to make a document from Markdown. */
export interface Program {
  readonly name: string;
  readonly format: string;
  /** Whether it makes slides, for which a text must be short. */
  readonly slides?: true;
  /** LaTeX sets no long tables in columns. */
  readonly proseOnly?: true;
  /** Writes `out.<format>` in the folder. Throws where a program is missing. */
  readonly make: (source: string, folder: string) => void;
}

const TAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}';
const UNTAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"false"}}';

const TEX_LABELS = String.raw`\usepackage{hyperref}\AtBeginDocument{\pagenumbering{roman}}`;
const TEX_BODY = String.raw`\clearpage\pagenumbering{arabic}`;

const CSS = {
  plain: '@page { margin: 2cm } body { font: 11pt/1.4 serif; max-width: none }',
  columns:
    '@page { margin: 2cm } body { font: 10pt/1.3 serif; max-width: none; column-count: 2; column-gap: 12pt; text-align: justify } h1, header { column-span: all }',
};

// biome-ignore format: one line a program
export const PROGRAMS: readonly Program[] = [
  { name: 'pdflatex.pdf', format: 'pdf', make: (source, folder) => pandoc(source, folder, 'out.pdf', ['--pdf-engine=pdflatex']) },
  { name: 'pdflatex-columns.pdf', format: 'pdf', proseOnly: true, make: (source, folder) => pandoc(source, folder, 'out.pdf', ['--pdf-engine=pdflatex', '-V', 'classoption=twocolumn']) },
  { name: 'xelatex-labels.pdf', format: 'pdf', make: labelled },
  { name: 'chromium-tagged.pdf', format: 'pdf', make: (source, folder) => chromium(source, folder, CSS.plain, []) },
  { name: 'chromium-untagged.pdf', format: 'pdf', make: (source, folder) => chromium(source, folder, CSS.plain, ['--disable-pdf-tagging']) },
  { name: 'chromium-columns.pdf', format: 'pdf', make: (source, folder) => chromium(source, folder, CSS.columns, ['--disable-pdf-tagging']) },
  { name: 'writer-tagged.pdf', format: 'pdf', make: (source, folder) => office(source, folder, ['docx', TAGGED]) },
  { name: 'writer-untagged.pdf', format: 'pdf', make: (source, folder) => office(source, folder, ['docx', UNTAGGED]) },
  { name: 'groff.pdf', format: 'pdf', make: groff },
  { name: 'beamer.pdf', format: 'pdf', slides: true, make: (source, folder) => pandoc(source, folder, 'out.pdf', ['-t', 'beamer', '--slide-level=2']) },
  { name: 'impress.pdf', format: 'pdf', slides: true, make: (source, folder) => office(source, folder, ['pptx', 'pdf']) },
  { name: 'writer.docx', format: 'docx', make: (source, folder) => office(source, folder, ['odt', 'docx']) },
  { name: 'writer.odt', format: 'odt', make: (source, folder) => office(source, folder, ['docx', 'odt']) },
  { name: 'writer.rtf', format: 'rtf', make: (source, folder) => office(source, folder, ['docx', 'rtf']) },
  { name: 'impress.pptx', format: 'pptx', slides: true, make: (source, folder) => office(source, folder, ['pptx', 'odp', 'pptx']) },
  { name: 'impress.odp', format: 'odp', slides: true, make: (source, folder) => office(source, folder, ['pptx', 'odp']) },
  { name: 'pandoc.epub', format: 'epub', make: (source, folder) => pandoc(source, folder, 'out.epub', []) },
  { name: 'pandoc.tex', format: 'tex', make: (source, folder) => pandoc(source, folder, 'out.tex', []) },
  { name: 'pandoc.html', format: 'html', make: (source, folder) => pandoc(source, folder, 'out.html', []) },
];

function run(command: string, args: readonly string[], cwd: string): Buffer {
  return execFileSync(command, args, {
    cwd,
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: 120_000,
    maxBuffer: 1 << 26,
  });
}

function pandoc(source: string, folder: string, out: string, args: readonly string[]): void {
  run('pandoc', [source, '-s', '-o', out, ...args], folder);
}

/** A book with a contents list, whose front matter has Roman page numbers. */
function labelled(source: string, folder: string): void {
  writeFileSync(join(folder, 'head.tex'), TEX_LABELS);
  writeFileSync(join(folder, 'body.tex'), TEX_BODY);
  const args = ['--pdf-engine=xelatex', '--toc', '-H', 'head.tex', '-V', 'documentclass=report'];
  pandoc(source, folder, 'out.pdf', args);
  run('pandoc', [source, '-s', '-o', 'out.tex', ...args.slice(1)], folder);
}

function chromium(source: string, folder: string, css: string, flags: readonly string[]): void {
  writeFileSync(join(folder, 'style.html'), `<style>${css}</style>`);
  pandoc(source, folder, 'in.html', ['-H', 'style.html']);
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer', ...flags];
  run('chromium', [...args, '--print-to-pdf=out.pdf', join(folder, 'in.html')], folder);
}

/** By way of each format in turn: pandoc writes the first, LibreOffice the others. */
function office(source: string, folder: string, [first = 'docx', ...formats]: readonly string[]): void {
  pandoc(source, folder, `in.${first}`, first === 'pptx' ? ['--slide-level=2'] : []);
  let file = `in.${first}`;
  for (const [i, format] of formats.entries()) {
    const into = join(folder, String(i));
    run(
      'soffice',
      [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', format, '--outdir', into, file],
      folder,
    );
    file = join(into, `in.${format.split(':', 1)[0]}`);
  }
  copyFileSync(file, join(folder, `out.${file.split('.').at(-1)}`));
}

function groff(source: string, folder: string): void {
  pandoc(source, folder, 'in.ms', []);
  writeFileSync(join(folder, 'out.pdf'), run('groff', ['-k', '-t', '-ms', '-Tpdf', 'in.ms'], folder));
}
