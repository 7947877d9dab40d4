import {
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
  RELATION_HAS_PART,
  RELATION_OWNED_BY,
  RELATION_OWNER_OF,
  RELATION_PART_OF,
} from '@backstage/catalog-model';
import {
  DATA_JOB_KIND,
  DATA_SOURCE_KIND,
  DATASET_KIND,
  QUALITY_KIND,
  type DataEntityKind,
} from '../entities/dataEntityKinds';
import {
  RELATION_CHECKED_BY,
  RELATION_CHECKS,
  RELATION_GOVERNED_BY,
  RELATION_GOVERNS,
  RELATION_READ_BY,
  RELATION_READS_FROM,
  RELATION_STORED_IN,
  RELATION_STORES,
  RELATION_WRITES_TO,
  RELATION_WRITTEN_BY,
} from './dataRelationPairs';

/**
 * A field that holds references to entities, and the relation it makes.
 *
 * @public
 */
export type ReferenceField = {
  /** Where it is, dot separated, such as `spec.owner`. Its value is a text or a list of texts. */
  path: string;
  /** The relation and its reverse. Absent: the reference is only checked. */
  relation?: readonly [forward: string, reverse: string];
  /** The kind of a reference that names none. Absent: the reference must name its kind. */
  defaultKind?: string;
  /** The kinds it may point to. Absent: any. */
  allowedKinds?: readonly string[];
};

const DEPENDS_ON = [RELATION_DEPENDS_ON, RELATION_DEPENDENCY_OF] as const;
const PART_OF = [RELATION_PART_OF, RELATION_HAS_PART] as const;

const owner: ReferenceField = {
  path: 'spec.owner',
  relation: [RELATION_OWNED_BY, RELATION_OWNER_OF],
  defaultKind: 'Group',
  allowedKinds: ['Group', 'User'],
};

const system: ReferenceField = {
  path: 'spec.system',
  relation: PART_OF,
  defaultKind: 'System',
  allowedKinds: ['System'],
};

const dependsOn: ReferenceField = {
  path: 'spec.dependsOn',
  relation: DEPENDS_ON,
};

const to = (
  path: string,
  kind: string,
  relation?: readonly [string, string],
): ReferenceField => ({
  path,
  relation,
  defaultKind: kind,
  allowedKinds: [kind],
});

/**
 * The fields of each kind that refer to entities, apart from the entries of a Lineage.
 *
 * @public
 */
export const referenceFields: Record<DataEntityKind, ReferenceField[]> = {
  DataJob: [
    owner,
    system,
    to('spec.reads', DATASET_KIND, [RELATION_READS_FROM, RELATION_READ_BY]),
    to('spec.writes', DATASET_KIND, [RELATION_WRITES_TO, RELATION_WRITTEN_BY]),
    dependsOn,
  ],
  DataSource: [owner, system, dependsOn],
  Dataset: [
    owner,
    system,
    to('spec.source', DATA_SOURCE_KIND, [RELATION_STORED_IN, RELATION_STORES]),
    to('spec.standards', QUALITY_KIND, [
      RELATION_GOVERNED_BY,
      RELATION_GOVERNS,
    ]),
  ],
  Lineage: [
    owner,
    system,
    to('spec.domain', 'Domain', PART_OF),
    to('spec.job.ref', DATA_JOB_KIND, DEPENDS_ON),
    {
      path: 'spec.verifiedBy',
      defaultKind: 'User',
      allowedKinds: ['User', 'Group'],
    },
  ],
  Quality: [
    owner,
    system,
    to('spec.target', DATASET_KIND, [RELATION_CHECKS, RELATION_CHECKED_BY]),
    to('spec.execution.connectionRef', DATA_SOURCE_KIND, DEPENDS_ON),
    {
      path: 'spec.onFailure.notify',
      defaultKind: 'Group',
      allowedKinds: ['Group', 'User'],
    },
  ],
};
