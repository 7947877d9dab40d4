import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  DataJobEntity,
  isDataJobEntity,
  isDatasetEntity,
  isLineageEntity,
  LineageEntity,
} from '@datalark/backstage-plugin-data-entities-common';
import {
  dataJobName,
  declaredJobEvent,
  filledText,
  inferJobEvent,
  LINEAGE_PRODUCER,
  lineageEntityEvents,
  LineageName,
  Origin,
} from '@datalark/backstage-plugin-data-lineage-common';
import { DatasetEvent, JobEvent } from '@datalark/openlineage';
import { NodeName } from '../database/NodeStore';
import { DatasetIndex } from './DatasetIndex';
import { datasetPair, processName, refWith } from './entityLinks';
import { jobEnvironments } from './jobEnvironments';
import { SyncSettings } from './SyncSettings';

/** An event that an entity makes. */
export type Statement = {
  origin: Origin;
  source: string;
  subject: NodeName;
  event: JobEvent | DatasetEvent;
};

/** What statements are made with. */
export type StatementContext = {
  settings: SyncSettings;
  datasets: DatasetIndex;
  /** ISO 8601. */
  eventTime: string;
};

/** Source of what DataJobs and Datasets say. */
const CATALOG = 'catalog';

/** Source of the columns of Datasets: a schema that is gone leaves no flow to end. */
export const SCHEMAS = CATALOG;

/** All that an entity says about lineage. */
export function entityStatements(
  entity: Entity,
  context: StatementContext,
): Statement[] {
  if (isDataJobEntity(entity)) return ofJob(entity, context);
  if (isLineageEntity(entity)) return ofLineage(entity, context);
  if (isDatasetEntity(entity)) {
    const columns = entity.spec.columns ?? [];
    const pair = datasetPair(entity, context.settings)!;
    return columns.length
      ? [
          {
            origin: 'declared',
            source: SCHEMAS,
            subject: { type: 'dataset', ...pair },
            event: schemaEvent(pair, columns, context.eventTime),
          },
        ]
      : [];
  }
  return [];
}

function ofJob(
  entity: DataJobEntity,
  { settings, datasets, eventTime }: StatementContext,
): Statement[] {
  const { spec } = entity;
  const pairs = (refs: string[] | undefined) =>
    refs?.flatMap(
      ref => datasets.pairOf(refWith(entity, ref, 'Dataset') ?? '') ?? [],
    );
  return jobEnvironments(entity, settings).flatMap(({ job, variables }) => {
    const subject = { type: 'job' as const, ...job };
    const inferred = inferJobEvent({
      job,
      definition: { ...(spec.definition as object), type: spec.type },
      processing: spec.processing,
      variables,
      columnsOf: name => datasets.columnsOf(name),
      eventTime,
    }).event;
    const declared = declaredJobEvent({
      job,
      reads: pairs(spec.reads),
      writes: pairs(spec.writes),
      eventTime,
    });
    return [
      ...(inferred
        ? [
            {
              origin: 'inferred' as const,
              source: CATALOG,
              subject,
              event: inferred,
            },
          ]
        : []),
      ...(declared
        ? [
            {
              origin: 'declared' as const,
              source: CATALOG,
              subject,
              event: declared,
            },
          ]
        : []),
    ];
  });
}

function ofLineage(
  entity: LineageEntity,
  { settings, datasets, eventTime }: StatementContext,
): Statement[] {
  if (!holds(entity, eventTime)) return [];
  const { events } = lineageEntityEvents(entity, {
    pairOf: (ref, type) => {
      if (type === 'DATASET')
        return datasets.pairOf(refWith(entity, ref, 'Dataset') ?? '');
      const job = refWith(entity, ref, 'DataJob');
      return job
        ? dataJobName(parseEntityRef(job), settings.jobNamespace)
        : undefined;
    },
    fill: text => filledText(text, settings.variables).text,
    process: processName(entity, settings),
    eventTime,
  });
  return events.map(event => ({
    origin: 'declared' as const,
    source: stringifyEntityRef(entity),
    subject: event.job
      ? {
          type: 'job' as const,
          namespace: event.job.namespace,
          name: event.job.name,
        }
      : {
          type: 'dataset' as const,
          namespace: event.dataset.namespace,
          name: event.dataset.name,
        },
    event,
  }));
}

/** Whether the statement holds now: not withdrawn, and within its validity. */
function holds({ spec }: LineageEntity, now: string): boolean {
  const { from, to } = spec.validity ?? {};
  const at = Date.parse(now);
  if (spec.status === 'deprecated') return false;
  return !(from && Date.parse(from) > at) && !(to && Date.parse(to) <= at);
}

function schemaEvent(
  pair: LineageName,
  columns: readonly { name: string; type: string; description?: string }[],
  eventTime: string,
): DatasetEvent {
  return {
    eventTime,
    producer: LINEAGE_PRODUCER,
    schemaURL:
      'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/DatasetEvent',
    dataset: {
      ...pair,
      facets: {
        schema: {
          _producer: LINEAGE_PRODUCER,
          _schemaURL:
            'https://openlineage.io/spec/facets/1-2-0/SchemaDatasetFacet.json#/$defs/SchemaDatasetFacet',
          fields: columns.map(({ name, type, description }) => ({
            name,
            type,
            ...(description && { description }),
          })),
        },
      },
    },
  };
}
