import { readFileSync } from 'node:fs';
import { buildIndex } from '../src/search/index.ts';
import { analyserOf } from '../src/text/analyser.ts';
import * as L from '../src/text/languages/index.ts';
const [dir = '', lang = 'english', n = '0'] = process.argv.slice(2);
const rd = (f: string) => readFileSync(dir + '/' + f, 'utf8').trim().split('\n');
const docs = rd('corpus.jsonl').map((l) => JSON.parse(l)).map((d) => ({ id: d._id, group: d.title ?? '', title: d.title ?? '', text: d.text }));
const qs = rd('queries.jsonl').map((l) => JSON.parse(l));
const rel = new Map<string, Set<string>>();
for (const l of rd('qrels/test.tsv').slice(1)) { const [q, d, s] = l.split('\t'); if (Number(s) > 0) { const r = rel.get(q!) ?? new Set(); r.add(d!); rel.set(q!, r); } }
const index = (await buildIndex(docs, analyserOf((L as any)[lang]))) as any;
let hit = 0, c = 0, shown = 0, ans = 0; 
for (const q of qs) {
  const r = rel.get(q._id); if (!r) continue;
  c++;
  const res = index.search(q.text, { limit: 5 });
  if (res.hits[0] && r.has(res.hits[0].id)) hit++;
  else if (shown++ < Number(n)) console.log(q.text, '|', res.words.map((w: any) => `${w.typed}${w.as === 'known' ? '' : w.as === 'corrected' ? '~' + w.taken : '?'}:${w.weight.toFixed(2)}`).join(' '));
  if (res.hits[0]?.confidence >= 0.49) ans++;
}
console.log(dir.split('/').slice(-2).join('/'), lang, 'hit1', (hit / c).toFixed(4), 'answered', (ans / c).toFixed(3), c);
// absent: leave a third of the groups out
{
  const groups = [...new Set(docs.map((d) => d.group))];
  const out = new Set(groups.filter((_, i) => i % 3 === 0));
  const idx = (await buildIndex(docs.filter((d) => !out.has(d.group)), analyserOf((L as any)[lang]))) as any;
  const P: number[] = [], A: number[] = [];
  const groupOf = new Map(docs.map((d) => [d.id, d.group]));
  for (const q of qs) { const r = rel.get(q._id); if (!r) continue; const g = groupOf.get([...r][0]!)!; const cf = idx.search(q.text, { limit: 1 }).hits[0]?.confidence ?? 0; (out.has(g) ? A : P).push(cf); }
  const at = (t: number, x: number[]) => (x.filter((v) => v >= t).length / x.length).toFixed(3);
  console.log([0.25, 0.3, 0.35, 0.4, 0.45, 0.49, 0.55].map((t) => `${t}: ${at(t, P)}/${at(t, A)}`).join('  '));
}
