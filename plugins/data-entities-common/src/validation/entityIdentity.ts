import {
  DATA_ENTITIES_API_VERSION,
  DATA_ENTITIES_GROUP,
  dataEntityKinds,
  type DataEntityKind,
} from '../entities/dataEntityKinds';
import { didYouMean } from './didYouMean';
import type { EntityProblem } from './EntityProblem';
import { textOf } from './lenientAccess';
import { eitherOf } from './schemaPhrases';
import { shownValue } from './shownValue';

/**
 * What kind and apiVersion say: a data kind, somebody else's entity, or a slip that nobody will accept.
 *
 * @public
 */
export type EntityIdentity =
  | { is: 'data'; kind: DataEntityKind }
  | { is: 'foreign' }
  | { is: 'slip'; problem: EntityProblem };

const RESERVED_GROUP = 'backstage.io';

/**
 * Tells our kinds from those of others. A kind with the name of ours in another API group is somebody else's,
 * unless the group is near ours or Backstage's own, which has no such kind.
 *
 * @public
 */
export function identifyEntity(entity: {
  apiVersion?: unknown;
  kind?: unknown;
}): EntityIdentity {
  const apiVersion = textOf(entity.apiVersion) ?? '';
  const kind = textOf(entity.kind) ?? '';
  const group = apiVersion.split('/')[0];
  const own = dataEntityKinds.find(known => known === kind);
  if (own && apiVersion === DATA_ENTITIES_API_VERSION) {
    return { is: 'data', kind: own };
  }
  const groupIsOurs = group === DATA_ENTITIES_GROUP;
  const groupIsNear =
    groupIsOurs ||
    group === RESERVED_GROUP ||
    didYouMean(group, [DATA_ENTITIES_GROUP]) !== undefined;
  if (own && groupIsNear) {
    return {
      is: 'slip',
      problem: {
        field: 'apiVersion',
        message: `${shownValue(
          apiVersion,
          'apiVersion',
        )} is not allowed for the kind ${own}`,
        remedy: `use ${DATA_ENTITIES_API_VERSION}`,
      },
    };
  }
  const meant = groupIsOurs ? didYouMean(kind, dataEntityKinds) : undefined;
  if (!own && meant) {
    return {
      is: 'slip',
      problem: {
        field: 'kind',
        message: `${shownValue(kind, 'kind')} is not allowed`,
        remedy: `did you mean ${meant}? Use ${eitherOf(dataEntityKinds)}`,
      },
    };
  }
  return { is: 'foreign' };
}
