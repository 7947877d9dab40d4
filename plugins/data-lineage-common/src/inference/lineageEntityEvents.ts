import {
  LineageEntity,
  LineageEntry,
  LineageInput,
  LineageJob,
} from '@datalark/backstage-plugin-data-entities-common';
import {
  DatasetEvent,
  JobEvent,
  LineageDatasetFacet,
  LineageDatasetInput,
  LineageInput as FacetInput,
  LineageJobFacet,
} from '@datalark/openlineage';
import { LineageName } from '../NodeId';
import { LINEAGE_PRODUCER } from './lineageProducer';

const CORE = 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/';
const FACET =
  'https://openlineage.io/spec/facets/1-0-0/LineageFacet.json#/$defs/';

/** What the events of a Lineage entity are made with. @public */
export type LineageEntityContext = {
  /** The pair of a Dataset or DataJob by its entity ref as written; `undefined`: there is none. */
  pairOf(ref: string, type: 'DATASET' | 'JOB'): LineageName | undefined;
  /** Puts variables into names. */
  fill(text: string): string;
  /** The job that a statement of type `process` without a job stands for. */
  process: LineageName;
  /** ISO 8601. */
  eventTime: string;
};

type Entry = {
  target: LineageName;
  inputs?: FacetInput[];
  fields?: LineageDatasetFacet['fields'];
};

class EntityReader {
  readonly #unknown = new Set<string>();

  constructor(private readonly context: LineageEntityContext) {}

  get unknown(): string[] {
    return [...this.#unknown];
  }

  jobOf(job: LineageJob | undefined, type: string): LineageName | undefined {
    if (job) return this.#nameOf(job, 'JOB');
    return type === 'process' ? this.context.process : undefined;
  }

  entryOf({ target, inputs, fields }: LineageEntry): Entry | undefined {
    // Data that ends in a job says nothing about a dataset.
    if (target.type === 'JOB') return undefined;
    const name = this.#nameOf(target, 'DATASET');
    if (!name) return undefined;
    return {
      target: name,
      ...(inputs && { inputs: this.#inputsOf(inputs) }),
      ...(fields && {
        fields: Object.fromEntries(
          Object.entries(fields).map(([field, one]) => [
            field,
            { inputs: this.#inputsOf(one.inputs) },
          ]),
        ),
      }),
    };
  }

  #inputsOf(inputs: LineageInput[]): FacetInput[] {
    return inputs.flatMap((input): FacetInput[] => {
      const { type = 'DATASET', field, transformations } = input;
      if (type === 'JOB' && !input.ref && !input.name) {
        return [{ type, transformations }];
      }
      const name = this.#nameOf(input, type);
      if (!name) return [];
      return [
        {
          ...name,
          type,
          ...(field !== undefined && { field }),
          ...(transformations && { transformations }),
        } as LineageDatasetInput,
      ];
    });
  }

  #nameOf(
    end: { ref?: string; namespace?: string; name?: string },
    type: 'DATASET' | 'JOB',
  ): LineageName | undefined {
    const { pairOf, fill } = this.context;
    if (end.ref !== undefined) {
      const found = pairOf(end.ref, type);
      if (!found) this.#unknown.add(end.ref);
      return found;
    }
    if (end.namespace === undefined || end.name === undefined) return undefined;
    return { namespace: fill(end.namespace), name: fill(end.name) };
  }
}

/**
 * What a Lineage entity declares, as events with OpenLineage's explicit lineage
 * facet: one JobEvent where there is a job or a process, else a DatasetEvent for
 * each target. Ends that lead nowhere are left out and named in `unknown`.
 *
 * @public
 */
export function lineageEntityEvents(
  entity: LineageEntity,
  context: LineageEntityContext,
): { events: (JobEvent | DatasetEvent)[]; unknown: string[] } {
  const reader = new EntityReader(context);
  const { spec } = entity;
  const job = reader.jobOf(spec.job, spec.type);
  const entries = spec.entries.flatMap(entry => reader.entryOf(entry) ?? []);
  const events = job
    ? [jobEvent(entity, job, entries, context.eventTime)]
    : datasetEvents(entries, context.eventTime);
  return { events: entries.length ? events : [], unknown: reader.unknown };
}

function jobEvent(
  { spec, metadata }: LineageEntity,
  job: LineageName,
  entries: Entry[],
  eventTime: string,
): JobEvent {
  const lineage: LineageJobFacet = {
    ...facet('LineageJobFacet'),
    entries: entries.map(({ target, ...flows }) => ({
      ...target,
      type: 'DATASET',
      ...flows,
    })),
  };
  const { processing } = spec;
  return {
    eventTime,
    producer: LINEAGE_PRODUCER,
    schemaURL: `${CORE}JobEvent`,
    job: {
      ...job,
      facets: {
        lineage,
        ...(processing && {
          jobType: {
            _producer: LINEAGE_PRODUCER,
            _schemaURL:
              'https://openlineage.io/spec/facets/2-0-4/JobTypeJobFacet.json#/$defs/JobTypeJobFacet',
            processingType: processing.type ?? 'BATCH',
            integration: processing.integration ?? 'DATALARK',
            ...(processing.jobType && { jobType: processing.jobType }),
          },
        }),
        ...(metadata.description && {
          documentation: {
            _producer: LINEAGE_PRODUCER,
            _schemaURL:
              'https://openlineage.io/spec/facets/1-1-0/DocumentationJobFacet.json#/$defs/DocumentationJobFacet',
            description: metadata.description,
          },
        }),
      },
    },
    inputs: distinct(entries.flatMap(datasetInputs)),
    outputs: distinct(entries.map(({ target }) => target)),
  };
}

function datasetEvents(entries: Entry[], eventTime: string): DatasetEvent[] {
  return entries.map(({ target, ...flows }) => ({
    eventTime,
    producer: LINEAGE_PRODUCER,
    schemaURL: `${CORE}DatasetEvent`,
    dataset: {
      ...target,
      facets: { lineage: { ...facet('LineageDatasetFacet'), ...flows } },
    },
  }));
}

function facet(definition: string) {
  return { _producer: LINEAGE_PRODUCER, _schemaURL: `${FACET}${definition}` };
}

function datasetInputs({ inputs = [], fields = {} }: Entry): LineageName[] {
  const all = [...inputs, ...Object.values(fields).flatMap(one => one.inputs)];
  return all.flatMap(input =>
    input.type === 'DATASET'
      ? { namespace: input.namespace, name: input.name }
      : [],
  );
}

function distinct(names: LineageName[]): LineageName[] {
  return [
    ...new Map(
      names.map(({ namespace, name }) => [
        JSON.stringify([namespace, name]),
        { namespace, name },
      ]),
    ).values(),
  ];
}
