import type { TextItem } from './items.ts';
import { LONE_MARK } from './marks.ts';
import type { Table } from './tables.ts';

/** White space that parts two flows, in times of the size: what stands at a page's top and foot is apart from its text. */
const APART = 4;
/** Baselines closer than this, in times of the size, are one. */
const LEVEL = 0.4;
/** How far exponents, indices and the halves of fractions stand from the baseline, in times of the size. */
const SHIFT = 0.9;
/** Lines that a box has, and the text beside it. */
const BOX_LINES = 2;
/** A page with more runs than this, a map or a chart, is one flow: each is compared with each. */
const MAX_RUNS = 3_000;

/** Room between an item's mark and its text, in times of the size; a page with more marks is no list. */
const NEAR = 3;
const MAX_MARKS = 200;

/** Items that follow each other in the file and stand in one row. */
interface Run {
  readonly items: TextItem[];
  readonly left: number;
  right: number;
  /** Of the largest type. */
  y: number;
  size: number;
}

type Flow = Run[];

/**
 * A page's items in flows, and these in the order in which they are read. Programs mostly write text in that order, and
 * no gutter is too narrow for it; so a flow goes on in the file's order for as long as its lines go down the page. It ends
 * where the text goes up, as from column to column, from cell to cell and into a box, or leaves much room.
 * - Flows with lines between each other's were not written as they are read: they become one.
 * - What stands above comes first, such as headings that a program writes after all text.
 * - A table is a flow of its own.
 */
export function flowsOf(items: readonly TextItem[], tables: ReadonlyMap<TextItem, Table> = new Map()): TextItem[][] {
  const tableOf = ({ items: [first] }: Run) => first && tables.get(first);
  const runs = withMarks(runsOf(items, tables));
  if (runs.length > MAX_RUNS) return [runs.flatMap((run) => run.items)];
  const flows: Flow[] = [];
  for (const run of runs) {
    const flow = flows.at(-1);
    const [table, last] = [tableOf(run), flow?.[0] && tableOf(flow[0])];
    if (flow && table === last && (table || goesOn(flow, run))) flow.push(run);
    else flows.push([run]);
  }
  return topFirst(merged(flows)).map((flow) => flow.flatMap((run) => run.items));
}

function runsOf(items: readonly TextItem[], tables: ReadonlyMap<TextItem, Table>): Run[] {
  const runs: Run[] = [];
  for (const item of items) {
    if (item.text.trim() === '') continue;
    const { x, y, width, size } = item;
    const run = runs.at(-1);
    const isOfOne = run?.items[0] && tables.get(run.items[0]) === tables.get(item);
    if (run && isOfOne && isInRow(run, item)) {
      run.items.push(item);
      run.right = Math.max(run.right, x + width);
      if (size > run.size) [run.y, run.size] = [y, size];
    } else runs.push({ items: [item], left: x, right: x + width, y, size });
  }
  return runs;
}

/** Bullets and numbers of items that were written apart from their text stand before it again. */
function withMarks(runs: readonly Run[]): Run[] {
  const marks = runs.filter(({ items }) => items.length === 1 && LONE_MARK.test(items[0]?.text.trim() ?? ''));
  if (marks.length > MAX_MARKS) return [...runs];
  const hosts = new Map<Run, Run>();
  for (const mark of marks) {
    const beside = runs.filter(
      (run) =>
        Math.abs(run.y - mark.y) < mark.size * LEVEL &&
        run.left >= mark.right &&
        run.left - mark.right < mark.size * NEAR,
    );
    const [host] = beside.sort((a, b) => a.left - b.left);
    if (host) hosts.set(host, mark);
  }
  const joined = new Set(hosts.values());
  return runs.flatMap((run) => {
    const mark = hosts.get(run);
    if (joined.has(run)) return [];
    return [mark ? { ...run, items: [...mark.items, ...run.items], left: mark.left } : run];
  });
}

function isInRow({ right, y, size }: Run, item: TextItem): boolean {
  const largest = Math.max(size, item.size);
  const gap = item.x - right;
  if (gap < -largest) return false;
  const shift = Math.abs(item.y - y);
  return shift < largest * LEVEL || (shift < largest * SHIFT && gap < largest);
}

function goesOn(flow: Flow, run: Run): boolean {
  const last = flow.at(-1);
  if (!last) return false;
  const largest = Math.max(last.size, run.size);
  const fall = last.y - run.y;
  return fall >= largest * LEVEL && fall < largest * APART;
}

/** Flows with those joined that have lines between each other's. */
function merged(flows: readonly Flow[]): Flow[] {
  const joined: Flow[] = [];
  for (const flow of flows) {
    let whole = flow;
    for (let i = 0; i < joined.length; ) {
      const other = joined[i];
      if (
        other &&
        (isBetween(other, whole) || isBetween(whole, other)) &&
        !isBox(other, whole) &&
        !isBox(whole, other)
      ) {
        whole = [...other, ...whole];
        joined.splice(i, 1);
        i = 0;
      } else i++;
    }
    joined.push(whole);
  }
  return joined;
}

/** Whether a line of `inner` stands between lines of `outer`, in their column. */
function isBetween(inner: Flow, outer: Flow): boolean {
  return (
    outer.length > 1 &&
    inner.some(
      (run) =>
        outer.some((other) => other.y > run.y && overlaps(other, run)) &&
        outer.some((other) => other.y < run.y && overlaps(other, run)),
    )
  );
}

/** Whether lines that a text runs around stand beside the text's own lines, and below none of these. */
function isBox(inner: Flow, outer: Flow): boolean {
  const { top, low } = boxOf(inner);
  const beside = outer.filter(({ y, size }) => y < top + size * LEVEL && y > low - size * LEVEL);
  return (
    inner.length >= BOX_LINES &&
    beside.length >= BOX_LINES &&
    beside.every((run) => !inner.some((other) => meets(run, other)))
  );
}

const meets = (a: Run, b: Run): boolean => Math.min(a.right, b.right) > Math.max(a.left, b.left);

/** Puts before each flow, in the file's order, those above it. */
function topFirst(flows: readonly Flow[]): Flow[] {
  const ordered = new Set<Flow>();
  const boxes = new Map(flows.map((flow) => [flow, boxOf(flow)]));
  const put = (flow: Flow) => {
    if (ordered.has(flow)) return;
    const box = boxes.get(flow);
    for (const other of flows) {
      const above = boxes.get(other);
      if (!box || !above || ordered.has(other) || !overlaps(above, box)) continue;
      if (above.low > box.top || (above.top > box.top && above.low < box.top && isBox(flow, other))) put(other);
    }
    ordered.add(flow);
  };
  flows.forEach(put);
  return [...ordered];
}

interface Box {
  readonly left: number;
  readonly right: number;
  /** Highest and lowest baseline. */
  readonly top: number;
  readonly low: number;
}

function boxOf(flow: Flow): Box {
  return {
    left: Math.min(...flow.map(({ left }) => left)),
    right: Math.max(...flow.map(({ right }) => right)),
    top: Math.max(...flow.map(({ y }) => y)),
    low: Math.min(...flow.map(({ y }) => y)),
  };
}

/** Whether one stands over or below the other for at least half of the narrower's width. */
function overlaps(a: Pick<Run, 'left' | 'right'>, b: Pick<Run, 'left' | 'right'>): boolean {
  const shared = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  return shared > Math.min(a.right - a.left, b.right - b.left) / 2;
}
