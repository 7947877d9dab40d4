import type { DatasetFacets, JobEvent, JobFacets } from '../generated';
import { schemaUrlOf } from '../schema/schemaUrlOf';
import { columnLineageOf } from './columnLineageOf';
import { edgesByTarget, targetKey } from './edgesByTarget';
import type { EdgesByTarget } from './edgesByTarget';
import { explicitLineage } from './explicitLineage';
import { facetOf } from './facetOf';
import type { JobDataset, JobEventParts } from './JobEventParts';
import { LOOKUP_FACET, lookupFacet } from './lookupFacet';

/**
 * A JobEvent that says what a job would do: `columnLineage` 1-2-0 with
 * influences once for each dataset, `schema`, `symlinks`, `sql`, `jobType`.
 * An output that has neither column edges nor influences gets no
 * `columnLineage`: unknown, not none. Equal edges are merged. With `tableEdges`
 * the explicit `lineage` facet says the same, and which dataset gets into which.
 *
 * @public
 */
export function jobEventOf(parts: JobEventParts): JobEvent {
  const { producer } = parts;
  const edges = edgesByTarget(parts);
  return {
    eventTime: parts.eventTime,
    producer,
    schemaURL: schemaUrlOf('JobEvent'),
    job: {
      namespace: parts.job.namespace,
      name: parts.job.name,
      facets: jobFacets(parts, edges),
    },
    ...(parts.inputs && {
      inputs: parts.inputs.map(input => ({
        ...datasetOf(input, producer),
        ...(input.isLookup && {
          inputFacets: { [LOOKUP_FACET]: lookupFacet(producer) },
        }),
      })),
    }),
    ...(parts.outputs && {
      outputs: parts.outputs.map(written => {
        const output = datasetOf(written, producer);
        const found = edges.get(targetKey(output));
        const columnLineage = found && columnLineageOf(found, producer);
        return columnLineage
          ? { ...output, facets: { ...output.facets, columnLineage } }
          : output;
      }),
    }),
  };
}

function datasetOf(dataset: JobDataset, producer: string) {
  const { namespace, name } = dataset;
  return { namespace, name, facets: datasetFacets(dataset, producer) };
}

function datasetFacets(dataset: JobDataset, producer: string): DatasetFacets {
  return {
    ...(dataset.schema && {
      schema: {
        ...facetOf('SchemaDatasetFacet', producer),
        fields: dataset.schema,
      },
    }),
    ...(dataset.symlinks?.length && {
      symlinks: {
        ...facetOf('SymlinksDatasetFacet', producer),
        identifiers: dataset.symlinks.map(({ namespace, name, type }) => ({
          namespace,
          name,
          type,
        })),
      },
    }),
  };
}

function jobFacets(parts: JobEventParts, edges: EdgesByTarget): JobFacets {
  const { producer, sql, processingType, integration, jobType } = parts;
  return {
    ...((processingType || integration || jobType) && {
      jobType: {
        ...facetOf('JobTypeJobFacet', producer),
        processingType: processingType ?? 'BATCH',
        integration: integration ?? 'DATALARK',
        ...(jobType && { jobType }),
      },
    }),
    ...(sql && {
      sql: {
        ...facetOf('SQLJobFacet', producer),
        query: sql.query,
        ...(sql.dialect && { dialect: sql.dialect }),
      },
    }),
    ...(parts.description !== undefined && {
      documentation: {
        ...facetOf('DocumentationJobFacet', producer),
        description: parts.description,
      },
    }),
    ...(parts.tableEdges && {
      lineage: explicitLineage(parts, edges),
    }),
    ...(parts.owners && {
      ownership: {
        ...facetOf('OwnershipJobFacet', producer),
        owners: parts.owners,
      },
    }),
  };
}
