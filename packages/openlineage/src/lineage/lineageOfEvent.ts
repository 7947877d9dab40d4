import type {
  InputDataset,
  OpenLineageEvent,
  OutputDataset,
} from '../generated';
import { LOOKUP_FACET } from '../events/lookupFacet';
import type { DatasetName } from '../naming/DatasetName';
import { scopedToJob } from '../naming/scopedToJob';
import { isObject } from '../validate/checkSchema';
import { eventKindOf } from '../validate/eventKind';
import { columnLineageOf } from './columnLineage';
import { datasetFacts, mergedFacts } from './datasetFacts';
import type {
  DatasetInfluence,
  EventColumnEdge,
  EventLineage,
  LineageBasis,
  TableEdge,
} from './EventLineage';
import { explicitLineageOf } from './explicitLineage';
import type { ExplicitLineage } from './explicitLineage';
import { inOrder, mergedEdges, nameKey } from './inOrder';
import { jobFacts, runFacts } from './jobFacts';

/** See {@link lineageOfEvent}. @public */
export type EventLineageOptions = {
  /** Above so many edges, inputs × outputs are not multiplied. Default 100,000. */
  maxTableEdges?: number;
};

/**
 * An event, as `readEvent` gives it, as lineage: the explicit `lineage` facet
 * where there is one; else the output's `columnLineage`; else every input into
 * every output. INDIRECT columns that are under every column of an output are
 * told once, as an influence on the dataset. Names without a namespace are
 * scoped to their job (see `scopedToJob`).
 *
 * Pure and independent of the order of lists in the event.
 *
 * @public
 */
export function lineageOfEvent(
  event: OpenLineageEvent,
  options: EventLineageOptions = {},
): EventLineage {
  const kind = eventKindOf(event) ?? 'job';
  const { job } = event;
  const scope = <T extends DatasetName>(name: T): T =>
    job ? scopedToJob(name, job) : name;
  const inputs = 'inputs' in event ? event.inputs : undefined;
  const outputs = 'outputs' in event ? event.outputs : undefined;
  const dataset = 'dataset' in event ? event.dataset : undefined;
  const explicit = explicitOf(event);
  const flow = explicit
    ? { ...explicit, basis: 'explicit' as const, tooMany: false }
    : impliedFlow(
        inputs,
        outputs ?? (dataset && [dataset]),
        options.maxTableEdges ?? 100_000,
      );
  const lookups = inputs && lookedUp(inputs);
  const named = [
    ...(inputs ?? []),
    ...(outputs ?? []),
    ...(dataset ? [dataset] : []),
  ];
  return {
    kind,
    eventTime: event.eventTime,
    producer: event.producer,
    ...('eventType' in event &&
      event.eventType && { eventType: event.eventType }),
    ...(job && { job: jobFacts(job) }),
    ...(event.run && { run: runFacts(event.run) }),
    ...(dataset && { dataset: bareName(scope(dataset)) }),
    ...(inputs && { inputs: names(inputs, scope) }),
    ...(outputs && { outputs: names(outputs, scope) }),
    ...(lookups?.length && { lookups: names(lookups, scope) }),
    ...(flow.basis && { basis: flow.basis }),
    tableEdges: inOrder(
      flow.tableEdges.map(edge => ({
        ...edge,
        from: scope(edge.from),
        to: scope(edge.to),
      })),
      ({ from, to }) =>
        JSON.stringify([from.type, nameKey(from), to.type, nameKey(to)]),
    ),
    ...(flow.tooMany && { tooManyTableEdges: true as const }),
    columnEdges: mergedEdges(
      flow.columnEdges.map(edge => ({
        ...edge,
        from: scope(edge.from),
        to: scope(edge.to),
      })),
      ({ from, to }) =>
        JSON.stringify([
          nameKey(to),
          to.field,
          nameKey(from),
          from.field ?? null,
        ]),
    ),
    datasetInfluences: mergedEdges(
      flow.influences.map(edge => ({
        ...edge,
        from: scope(edge.from),
        to: scope(edge.to),
      })),
      ({ from, to }) =>
        JSON.stringify([nameKey(to), nameKey(from), from.field]),
    ),
    withoutUpstream: names(flow.withoutUpstream, scope),
    datasets: mergedFacts(
      named.map(one => {
        const facts = scope(datasetFacts(one));
        return facts.symlinks
          ? { ...facts, symlinks: facts.symlinks.map(scope) }
          : facts;
      }),
    ),
  };
}

type Flow = ExplicitLineage & { basis?: LineageBasis; tooMany: boolean };

/** The job's facet; an early draft had it on the run; a dataset's on its event. */
function explicitOf(event: OpenLineageEvent): ExplicitLineage | undefined {
  if ('dataset' in event && event.dataset) {
    return explicitLineageOf(event.dataset.facets?.lineage, event.dataset);
  }
  return (
    explicitLineageOf(event.job?.facets?.lineage) ??
    explicitLineageOf(event.run?.facets?.lineage)
  );
}

function impliedFlow(
  inputs: InputDataset[] | undefined,
  outputs: OutputDataset[] | undefined,
  maxTableEdges: number,
): Flow {
  const columnEdges: EventColumnEdge[] = [];
  const influences: DatasetInfluence[] = [];
  const tableEdges: TableEdge[] = [];
  const plain: OutputDataset[] = [];
  for (const output of outputs ?? []) {
    const found = columnLineageOf(output.facets?.columnLineage, output);
    if (!found) {
      plain.push(output);
      continue;
    }
    columnEdges.push(...found.columnEdges);
    influences.push(...found.influences);
    for (const { from } of [...found.columnEdges, ...found.influences]) {
      tableEdges.push({
        from: end(from),
        to: end(output),
        basis: 'columnLineage',
      });
    }
  }
  const product = (inputs?.length ?? 0) * plain.length;
  const tooMany = product > maxTableEdges;
  const multiplied = tooMany ? [] : plain;
  const crossed = multiplied.flatMap(output =>
    (inputs ?? []).map(
      (input): TableEdge => ({
        from: end(input),
        to: end(output),
        basis: 'inputsOutputs',
      }),
    ),
  );
  const fromColumns = tableEdges.length > 0 ? 'columnLineage' : undefined;
  return {
    tableEdges: [...tableEdges, ...crossed],
    columnEdges,
    influences,
    withoutUpstream: [],
    basis: product > 0 && !fromColumns ? 'inputsOutputs' : fromColumns,
    tooMany,
  };
}

/** A dataset that is also named without the mark is read otherwise, too. */
function lookedUp(inputs: readonly InputDataset[]): InputDataset[] {
  const others = new Set(
    inputs.filter(input => !isLookup(input)).map(input => nameKey(input)),
  );
  return inputs.filter(input => !others.has(nameKey(input)));
}

function isLookup({ inputFacets }: InputDataset): boolean {
  const facet = isObject(inputFacets) ? inputFacets[LOOKUP_FACET] : undefined;
  return isObject(facet) && facet._deleted !== true;
}

function end({ namespace, name }: DatasetName): TableEdge['from'] {
  return { type: 'dataset', namespace, name };
}

function bareName({ namespace, name }: DatasetName): DatasetName {
  return { namespace, name };
}

function names(
  list: readonly DatasetName[],
  scope: (name: DatasetName) => DatasetName,
) {
  return inOrder(
    list.map(one => scope(bareName(one))),
    nameKey,
  );
}
