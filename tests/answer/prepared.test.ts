import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import { createKnowledgeBase } from '../../src/answer/knowledge-base.ts';
import { openKnowledge, prepareKnowledge } from '../../src/answer/prepared.ts';
import { loadMaterial } from '../../src/material/load.ts';
import { packageRoot } from '../../src/root.ts';
import { english } from '../../src/text/languages/index.ts';
import { writeKnowledge } from '../material/fixture.ts';

const DANUBE = 'How long is the Danube?';

async function prepared(dir: string) {
  const file = join(writeKnowledge(), 'prepared.bin');
  await prepareKnowledge(dir, english, file);
  return { file, open: () => openKnowledge(dir, english, file) };
}

describe('prepared material', () => {
  it('answers as the material does that was read', async () => {
    const dir = join(packageRoot, 'knowledge');
    const file = join(writeKnowledge(), 'prepared.bin');
    await prepareKnowledge(dir, english, file);
    const { knowledge, problems } = await openKnowledge(dir, english, file);
    const read = createKnowledgeBase(loadMaterial(dir).value, { language: english });
    expect(problems).toEqual([]);
    // Only what was prepared comes without having been parsed here.
    expect(knowledge.tokens()).toEqual(read.tokens());
    for (const { question = '' } of read.material.facts.slice(0, 40)) {
      expect(ask(knowledge, question)).toEqual(ask(read, question));
    }
    for (const question of ['chavez role in celac', 'When did World War II end?', 'lavrov tuor']) {
      expect(ask(knowledge, question)).toEqual(ask(read, question));
    }
    expect(knowledge.completion.questions('celac', 5)).toEqual(read.completion.questions('celac', 5));
  });

  it('is what is opened as long as nothing has changed', async () => {
    const { file, open } = await prepared(writeKnowledge());
    const bytes = readFileSync(file);
    // The same length, so that the bytes stay readable: what is told now stands nowhere but in the prepared file.
    writeFileSync(file, Buffer.from(bytes.toString('latin1').replaceAll('2,850', '9,999'), 'latin1'));
    const { knowledge } = await open();
    expect(ask(knowledge, DANUBE).entries[0]?.sides.map(({ value }) => value)).toContain('9,999');
  });

  it('gives way to material that was edited', async () => {
    const dir = writeKnowledge();
    const { open } = await prepared(dir);
    const facts = join(dir, 'rivers', 'facts.csv');
    writeFileSync(facts, readFileSync(facts, 'utf8').replace('"2,850"', '"2,888"'));
    const { knowledge } = await open();
    expect(ask(knowledge, DANUBE).entries[0]?.sides.map(({ value }) => value)).toEqual(['2,888', '2,860']);
  });

  it('gives way to the material where its bytes are damaged or missing', async () => {
    const dir = writeKnowledge();
    const { file, open } = await prepared(dir);
    writeFileSync(file, 'no such thing');
    expect(ask((await open()).knowledge, DANUBE).verdict).toBe('answered');
    expect(ask((await openKnowledge(dir, english, `${file}.none`)).knowledge, DANUBE).verdict).toBe('answered');
  });

  it('is not made of material that has problems, and problems are told', async () => {
    const dir = writeKnowledge({ 'sources.json': undefined });
    await expect(prepareKnowledge(dir, english, join(dir, 'prepared.bin'))).rejects.toThrow('check:knowledge');
    const { problems } = await openKnowledge(dir, english, join(dir, 'prepared.bin'));
    expect(problems.map(({ reason }) => reason)).toContain('noSources');
  });
});
