import { availableParallelism } from 'node:os';

const MiB = 1024 * 1024;

/** What a file may cost. Each was chosen well above what an honest book needs and below what slows the bot. */
export const LIMITS = {
  /** Of the file as it comes, with its pictures. */
  fileBytes: 100 * MiB,
  /** Of a file that is text: about two thousand printed pages. Markdown of 50 MB took 2 GB. */
  textBytes: 4 * MiB,
  /** Of a text file with pictures inside: RTF, mail, notebooks. */
  embeddedBytes: 32 * MiB,
  /** Of a paragraph, in characters; beyond it, it is none, and joining its lines would take ever longer. */
  paragraph: 50_000,
  /** Of a fact table: about ten thousand rows. */
  tableBytes: MiB,
  /** Of one work; a text of two thousand pages has about twenty thousand paragraphs. */
  passages: 50_000,
  /** Elements open at once; real pages stay below a hundred, the page readers' time grows with its square. */
  htmlDepth: 400,
  htmlElements: 150_000,
  zipEntries: 5_000,
  /** Of all entries that are read, once inflated. */
  zipBytes: 32 * MiB,
  /** Inflated to deflated of one entry; XML stays below 100, a bomb reaches 1,000. */
  zipRatio: 250,
  pdfPages: 3_000,
  /** Of a deck of cards, and the characters of one field of a note. */
  deckNotes: 20_000,
  deckField: 10_000,
  /** Pages of one file whose text is recognised; each takes some seconds. */
  scanPages: 40,
  /** Details of a problem that are told, and characters of each value in them. */
  details: 50,
  detailLength: 300,
} as const;

/** How a reader is contained. Times in milliseconds, memory in bytes. */
export const CONTAINMENT = {
  /** Of the processor for one file; a text of six hundred pages takes 7 s. */
  timeMs: 20_000,
  /** By the clock, for a process that waits for ever; where others want the processor, reading takes many times longer. */
  wallMs: 120_000,
  /** Resident memory of the child, JavaScript heap and all else. */
  memoryBytes: 600 * MiB,
  heapMiB: 256,
  /** Of what the child says. */
  resultBytes: 48 * MiB,
  /** Readers at work at once, beside one for who has brought little lately; further files wait their turn. */
  readers: Math.max(1, Math.min(2, availableParallelism() - 1)),
  /** By the clock: a file that takes longer begins anew later where somebody waits who has brought little lately. */
  patienceMs: 3_000,
  /** Files that a process reads before a fresh one takes its place. */
  filesPerChild: 50,
  /** A process that holds more resident memory after a file is not kept for the next. */
  restingBytes: 250 * MiB,
  /**
   * Of the processor for a process, with all that it reads: the kernel's own limit, for one that nobody watches any more.
   * Above what a process that is kept has used and a scan may use, whose every page has a file's time.
   */
  processCpuMs: 20 * 60_000,
  /** A process that has used more of the processor is not kept for the next file. */
  restingCpuMs: 2 * 60_000,
  /** How long processes wait for the next file, in milliseconds. */
  restMs: 20_000,
  /** Files that wait for their turn, and the bytes that they hold meanwhile. */
  waiting: 30,
  waitingBytes: 200 * MiB,
  /** The child gives way to the bot when both want the processor (Unix niceness). */
  niceness: 19,
} as const;
