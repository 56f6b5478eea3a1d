/** One instruction of a Dockerfile. */
export interface Instruction {
  readonly text: string;
  /** Such as `RUN`. */
  readonly name: string;
  readonly rest: string;
  readonly words: readonly string[];
}

/** The instructions, without comments. Throws for lines that go on and for here-documents, which it does not know. */
export function parseDockerfile(text: string): Instruction[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  return lines.map((line) => {
    if (line.endsWith('\\') || line.includes('<<')) throw new Error(`One line an instruction: ${line}`);
    const [name = '', ...words] = line.split(/\s+/);
    return { text: line, name, rest: line.slice(name.length).trim(), words };
  });
}
