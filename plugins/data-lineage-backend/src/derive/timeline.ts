import { neverDropped, UntilDropped } from './dropTimes';
import { Element, elementKey } from './Element';
import { Interval, OPEN, union } from './Interval';
import { StatedRun } from './Statement';

/** An element with the times at which it holds. */
export type Held = { element: Element; intervals: Interval[] };

/** A run in the nodes that its names lead to, with what it has spoken of. */
type ReadRun = {
  run: StatedRun;
  inputs: Set<number>;
  outputs: Set<number>;
  inputsAt: number;
  outputsAt: number;
  /** By dataset: since when its columns are told. */
  columnsAt: Map<number, number>;
  elements: Map<string, { element: Element; spans: Interval[] }>;
};

const NEVER = Infinity;

/** In which order runs began; the same whatever order their events came in. */
export const byStart = (
  a: Pick<StatedRun, 'startedAt' | 'key'>,
  b: Pick<StatedRun, 'startedAt' | 'key'>,
) => a.startedAt - b.startedAt || (a.key < b.key ? -1 : 1);

/**
 * When what holds, after all that runs of one job have said. What a run says
 * holds from when it says so until a run that began later settles: one that
 * ends well, or one that need not end and speaks. It replaces only what it has
 * spoken of. What a run says adds up.
 *
 * `subject` is the job, or the dataset of DatasetEvents; `leadsTo` gives the
 * node that a name leads to, `untilDropped` when a dataset was dropped: what was
 * said before ends then.
 */
export function timeline(
  subject: { id: number; isJob: boolean },
  runs: readonly StatedRun[],
  leadsTo: (node: number) => number,
  untilDropped: UntilDropped = neverDropped,
): Map<string, Held> {
  const read = [...runs]
    .sort(byStart)
    .map(run => readRun(run, subject, leadsTo, untilDropped));
  const held = new Map<string, Held>();
  read.forEach((one, index) => {
    const later = read.slice(index + 1);
    for (const [key, { element, spans }] of one.elements) {
      let to = OPEN;
      for (const other of later) to = Math.min(to, settledAt(other, element));
      const entry = held.get(key) ?? { element, intervals: [] };
      for (const span of spans) {
        entry.intervals.push({ from: span.from, to: Math.min(span.to, to) });
      }
      held.set(key, entry);
    }
  });
  for (const entry of held.values()) entry.intervals = union(entry.intervals);
  return held;
}

/**
 * From when on a run has replaced everything that older runs have said, and
 * whether that goes for columns too. Undefined: it has not.
 */
export function replacesAllSince(
  run: StatedRun,
  subject: { id: number; isJob: boolean },
): { at: number; columns: boolean } | undefined {
  const read = readRun(run, subject, node => node, neverDropped);
  const { inputsAt, outputsAt, columnsAt } = read;
  const outputs = subject.isJob ? [...read.outputs] : [subject.id];
  const columns = outputs.every(node => columnsAt.has(node));
  const spoken = Math.max(
    inputsAt,
    subject.isJob ? outputsAt : inputsAt,
    ...(columns ? outputs.map(node => columnsAt.get(node)!) : []),
  );
  const at = settled(run, spoken);
  return at === NEVER ? undefined : { at, columns };
}

function readRun(
  run: StatedRun,
  subject: { id: number; isJob: boolean },
  leadsTo: (node: number) => number,
  untilDropped: UntilDropped,
): ReadRun {
  const self = leadsTo(subject.id);
  const read: ReadRun = {
    run,
    inputs: new Set(),
    outputs: new Set(),
    inputsAt: NEVER,
    outputsAt: NEVER,
    columnsAt: new Map(),
    elements: new Map(),
  };
  const add = (element: Element, at: number, ...names: number[]) => {
    const key = `${element.kind} ${elementKey(element)}`;
    const known = read.elements.get(key) ?? { element, spans: [] };
    const to = Math.min(...names.map(name => untilDropped(name, at)));
    const isSaid = known.spans.some(span => span.from <= at && span.to >= to);
    if (!isSaid) known.spans.push({ from: at, to });
    read.elements.set(key, known);
  };
  for (const { at, statement } of run.said) {
    if (statement.inputs) read.inputsAt = Math.min(read.inputsAt, at);
    if (statement.outputs) read.outputsAt = Math.min(read.outputsAt, at);
    const lookups = new Set(statement.lookups);
    for (const node of statement.inputs ?? []) {
      const from = leadsTo(node);
      read.inputs.add(from);
      add(
        {
          kind: 'edge',
          side: 'inputs',
          from,
          to: self,
          isLookup: lookups.has(node),
        },
        at,
        node,
      );
    }
    for (const node of statement.outputs ?? []) {
      const to = leadsTo(node);
      read.outputs.add(to);
      add({ kind: 'edge', side: 'outputs', from: self, to }, at, node);
    }
    for (const { dataset, edges, influences } of statement.columns ?? []) {
      const to = leadsTo(dataset);
      read.columnsAt.set(to, Math.min(read.columnsAt.get(to) ?? NEVER, at));
      for (const [node, fromColumn, toColumn, transformation] of edges) {
        const from = leadsTo(node);
        add(
          { kind: 'column', from, fromColumn, to, toColumn, transformation },
          at,
          node,
          dataset,
        );
      }
      for (const [node, fromColumn, transformation] of influences) {
        const from = leadsTo(node);
        add(
          { kind: 'influence', from, fromColumn, to, transformation },
          at,
          node,
          dataset,
        );
      }
    }
  }
  return read;
}

/** From when on a run replaces what older ones have said of an element. */
function settledAt(read: ReadRun, element: Element): number {
  if (element.kind === 'edge') {
    return settled(
      read.run,
      element.side === 'inputs' ? read.inputsAt : read.outputsAt,
    );
  }
  let spokenAt = read.columnsAt.get(element.to) ?? NEVER;
  // Columns of what is no longer read or written are gone as well.
  if (!read.outputs.has(element.to)) {
    spokenAt = Math.min(spokenAt, read.outputsAt);
  }
  if (!read.inputs.has(element.from)) {
    spokenAt = Math.min(spokenAt, read.inputsAt);
  }
  return settled(read.run, spokenAt);
}

function settled(run: StatedRun, spokenAt: number): number {
  if (run.isOpenEnded) return spokenAt;
  return Math.max(run.completedAt ?? NEVER, spokenAt);
}
