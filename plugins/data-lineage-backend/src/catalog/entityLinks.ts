import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  isDataJobEntity,
  isDatasetEntity,
  isLineageEntity,
} from '@datalark/backstage-plugin-data-entities-common';
import {
  filledText,
  LineageName,
} from '@datalark/backstage-plugin-data-lineage-common';
import { EntityLink } from '../database/EntityLinkStore';
import { NodeName } from '../database/NodeStore';
import { jobEnvironments } from './jobEnvironments';
import { SyncSettings } from './SyncSettings';

/** Quality entities by the ref of the Dataset that they check. */
export type QualityOfDataset = ReadonlyMap<string, readonly string[]>;

/** The nodes that an entity stands for: DataJobs, Datasets, and processes that are no job of an engine. */
export function entityLinks(
  entity: Entity,
  settings: SyncSettings,
  quality: QualityOfDataset = new Map(),
): EntityLink[] {
  const ref = stringifyEntityRef(entity);
  const link = (node: NodeName, data: Record<string, unknown>): EntityLink => ({
    node,
    entityRef: ref,
    kind: entity.kind,
    title: entity.metadata.title ?? entity.metadata.name,
    owner: fullRef(entity, 'owner', 'Group'),
    system: fullRef(entity, 'system', 'System'),
    source: fullRef(entity, 'source', 'DataSource'),
    data: {
      type: entity.spec?.type,
      lifecycle: entity.spec?.lifecycle,
      ...data,
    },
  });
  if (isDataJobEntity(entity)) {
    return jobEnvironments(entity, settings).map(({ environment, job }) =>
      link({ type: 'job', ...job }, { environment }),
    );
  }
  if (isDatasetEntity(entity)) {
    const checks = quality.get(ref) ?? [];
    return [
      link(
        { type: 'dataset', ...datasetPair(entity, settings)! },
        checks.length ? { quality: checks } : {},
      ),
    ];
  }
  if (isLineageEntity(entity) && isProcess(entity)) {
    return [link({ type: 'job', ...processName(entity, settings) }, {})];
  }
  return [];
}

/** The pair of a Dataset with its variables filled in. */
export function datasetPair(
  entity: Entity,
  { variables }: Pick<SyncSettings, 'variables'>,
): LineageName | undefined {
  if (!isDatasetEntity(entity)) return undefined;
  const { namespace, name } = entity.spec.dataset;
  return {
    namespace: filledText(namespace, variables).text,
    name: filledText(name, variables).text,
  };
}

/** The job that a Lineage entity of type `process` stands for. */
export function processName(
  entity: Entity,
  { jobNamespace }: Pick<SyncSettings, 'jobNamespace'>,
): LineageName {
  return { namespace: jobNamespace, name: stringifyEntityRef(entity) };
}

function isProcess(entity: Entity): boolean {
  return entity.spec?.type === 'process' && !entity.spec.job;
}

/** A reference of the entity as a full entity ref; undefined when there is none or it makes no sense. */
export function fullRef(
  entity: Entity,
  field: string,
  defaultKind: string,
): string | undefined {
  const value = entity.spec?.[field];
  return typeof value === 'string'
    ? refWith(entity, value, defaultKind)
    : undefined;
}

/** A reference that stands in the entity as a full entity ref. */
export function refWith(
  entity: Entity,
  value: string,
  defaultKind: string,
): string | undefined {
  try {
    return stringifyEntityRef(
      parseEntityRef(value, {
        defaultKind,
        defaultNamespace: entity.metadata.namespace ?? 'default',
      }),
    );
  } catch {
    return undefined;
  }
}
