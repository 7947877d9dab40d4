import type { DatasetName, DatasetSymlink } from '../naming/DatasetName';
import type {
  ColumnLineageDatasetFacet,
  DatasetFacets,
  InputField,
  JobEvent,
  JobFacets,
  OwnershipJobFacet,
  SchemaDatasetFacet,
} from '../generated';
import { schemaUrlOf } from '../schema/schemaUrlOf';

/** What happens to data on its way; OpenLineage's column lineage words. @public */
export type Transformation = {
  type: 'DIRECT' | 'INDIRECT';
  /** IDENTITY, TRANSFORMATION, AGGREGATION, JOIN, GROUP_BY, FILTER, SORT, WINDOW, CONDITIONAL. */
  subtype?: string;
  description?: string;
  masking?: boolean;
  /**
   * Not of the specification, which allows more fields: the piece of the
   * definition that does it. Lines and columns count from 1, `end` is past the last.
   */
  span?: {
    start: { line: number; column: number };
    end: { line: number; column: number };
  };
};

/** A dataset that a job reads or writes. @public */
export type JobDataset = DatasetName & {
  /** Columns in their order; absent means unknown. */
  schema?: SchemaDatasetFacet['fields'];
  symlinks?: readonly DatasetSymlink[];
};

/** A column that feeds a column. @public */
export type JobColumnEdge = {
  from: DatasetName & { field: string };
  to: DatasetName & { field: string };
  transformations: readonly Transformation[];
};

/** A column that has a say in which rows a dataset gets, or in what order. @public */
export type JobInfluence = {
  from: DatasetName & { field: string };
  to: DatasetName;
  transformations: readonly Transformation[];
};

/** What a {@link jobEventOf} is made of. @public */
export type JobEventParts = {
  job: DatasetName;
  /** Absent means unknown; an empty list means none. */
  inputs?: readonly JobDataset[];
  outputs?: readonly JobDataset[];
  columnEdges?: readonly JobColumnEdge[];
  influences?: readonly JobInfluence[];
  sql?: { query: string; dialect?: string };
  /** Default `BATCH` where `integration` or `jobType` is given. */
  processingType?: 'BATCH' | 'STREAMING' | 'SERVICE';
  /** `FLINK`, `SEATUNNEL`; default `DATALARK` where a job type is given. */
  integration?: string;
  jobType?: string;
  description?: string;
  owners?: OwnershipJobFacet['owners'];
  /** URI of what makes the event. */
  producer: string;
  /** ISO 8601. */
  eventTime: string;
};

/**
 * A JobEvent that says what a job would do: `columnLineage` 1-2-0 with
 * influences once for each dataset, `schema`, `symlinks`, `sql`, `jobType`.
 * An output that has neither column edges nor influences gets no
 * `columnLineage`: unknown, not none. Equal edges are merged.
 *
 * @public
 */
export function jobEventOf(parts: JobEventParts): JobEvent {
  const { producer } = parts;
  const datasets = (list: readonly JobDataset[]) =>
    list.map(dataset => ({
      namespace: dataset.namespace,
      name: dataset.name,
      facets: datasetFacets(dataset, producer),
    }));
  return {
    eventTime: parts.eventTime,
    producer,
    schemaURL: schemaUrlOf('JobEvent'),
    job: {
      namespace: parts.job.namespace,
      name: parts.job.name,
      facets: jobFacets(parts),
    },
    ...(parts.inputs && { inputs: datasets(parts.inputs) }),
    ...(parts.outputs && {
      outputs: datasets(parts.outputs).map(output => {
        const columnLineage = columnLineageOf(output, parts);
        return columnLineage
          ? { ...output, facets: { ...output.facets, columnLineage } }
          : output;
      }),
    }),
  };
}

function datasetFacets(dataset: JobDataset, producer: string): DatasetFacets {
  return {
    ...(dataset.schema && {
      schema: {
        ...facet('SchemaDatasetFacet', producer),
        fields: dataset.schema,
      },
    }),
    ...(dataset.symlinks?.length && {
      symlinks: {
        ...facet('SymlinksDatasetFacet', producer),
        identifiers: dataset.symlinks.map(({ namespace, name, type }) => ({
          namespace,
          name,
          type,
        })),
      },
    }),
  };
}

function jobFacets(parts: JobEventParts): JobFacets {
  const { producer, sql, processingType, integration, jobType } = parts;
  return {
    ...((processingType || integration || jobType) && {
      jobType: {
        ...facet('JobTypeJobFacet', producer),
        processingType: processingType ?? 'BATCH',
        integration: integration ?? 'DATALARK',
        ...(jobType && { jobType }),
      },
    }),
    ...(sql && {
      sql: {
        ...facet('SQLJobFacet', producer),
        query: sql.query,
        ...(sql.dialect && { dialect: sql.dialect }),
      },
    }),
    ...(parts.description !== undefined && {
      documentation: {
        ...facet('DocumentationJobFacet', producer),
        description: parts.description,
      },
    }),
    ...(parts.owners && {
      ownership: {
        ...facet('OwnershipJobFacet', producer),
        owners: parts.owners,
      },
    }),
  };
}

function columnLineageOf(
  output: DatasetName,
  parts: JobEventParts,
): ColumnLineageDatasetFacet | undefined {
  const edges = (parts.columnEdges ?? []).filter(({ to }) => same(to, output));
  const influences = (parts.influences ?? []).filter(({ to }) =>
    same(to, output),
  );
  if (edges.length === 0 && influences.length === 0) return undefined;
  const byField = new Map<
    string,
    Pick<JobColumnEdge, 'from' | 'transformations'>[]
  >();
  for (const edge of edges) {
    byField.set(edge.to.field, [...(byField.get(edge.to.field) ?? []), edge]);
  }
  return {
    ...facet('ColumnLineageDatasetFacet', parts.producer),
    fields: Object.fromEntries(
      [...byField].map(([field, list]) => [
        field,
        { inputFields: inputFields(list) },
      ]),
    ),
    ...(influences.length > 0 && { dataset: inputFields(influences) }),
  };
}

function inputFields(
  edges: readonly Pick<JobColumnEdge, 'from' | 'transformations'>[],
): InputField[] {
  const found = new Map<
    string,
    InputField & { transformations: Transformation[] }
  >();
  for (const { from, transformations } of edges) {
    const key = JSON.stringify([from.namespace, from.name, from.field]);
    const field = found.get(key) ?? {
      namespace: from.namespace,
      name: from.name,
      field: from.field,
      transformations: [],
    };
    for (const one of transformations) {
      const text = JSON.stringify(one);
      if (
        !field.transformations.some(other => JSON.stringify(other) === text)
      ) {
        field.transformations.push(one);
      }
    }
    found.set(key, field);
  }
  return [...found.values()];
}

function same(a: DatasetName, b: DatasetName): boolean {
  return a.namespace === b.namespace && a.name === b.name;
}

function facet(definition: string, producer: string) {
  return { _producer: producer, _schemaURL: schemaUrlOf(definition) };
}
