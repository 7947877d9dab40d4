import {
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
  RELATION_HAS_PART,
  RELATION_OWNED_BY,
  RELATION_OWNER_OF,
  RELATION_PART_OF,
} from '@backstage/catalog-model';
import type { CatalogModelRelationPairDefinition } from '@backstage/catalog-model/alpha';
import {
  DATA_JOB_KIND,
  DATA_SOURCE_KIND,
  dataEntityKinds,
  DATASET_KIND,
  LINEAGE_KIND,
  QUALITY_KIND,
} from '../entities/dataEntityKinds';
import {
  RELATION_CHECKED_BY,
  RELATION_CHECKS,
  RELATION_DERIVED_TO,
  RELATION_DERIVES_FROM,
  RELATION_GOVERNED_BY,
  RELATION_GOVERNS,
  RELATION_READ_BY,
  RELATION_READS_FROM,
  RELATION_STORED_IN,
  RELATION_STORES,
  RELATION_WRITES_TO,
  RELATION_WRITTEN_BY,
} from '../relations/dataRelationPairs';

const pair = (
  fromKind: string[],
  toKind: string[],
  description: string,
  forward: [type: string, title: string],
  reverse: [type: string, title: string],
): CatalogModelRelationPairDefinition => ({
  fromKind,
  toKind,
  description,
  forward: { type: forward[0], title: forward[1] },
  reverse: { type: reverse[0], title: reverse[1] },
});

/** The relation pairs of the data kinds, as a catalog model declares them. */
export const dataRelationDefinitions: CatalogModelRelationPairDefinition[] = [
  pair(
    [...dataEntityKinds],
    ['Group', 'User'],
    'An ownership relation from a data entity to who answers for it.',
    [RELATION_OWNED_BY, 'owned by'],
    [RELATION_OWNER_OF, 'owner of'],
  ),
  pair(
    [...dataEntityKinds],
    ['System'],
    'A part/whole relation from a data entity to its system.',
    [RELATION_PART_OF, 'part of'],
    [RELATION_HAS_PART, 'has part'],
  ),
  pair(
    [LINEAGE_KIND],
    ['Domain'],
    'A part/whole relation from a lineage to its domain.',
    [RELATION_PART_OF, 'part of'],
    [RELATION_HAS_PART, 'has part'],
  ),
  pair(
    [DATA_JOB_KIND, DATA_SOURCE_KIND, LINEAGE_KIND, QUALITY_KIND],
    [...dataEntityKinds, 'API', 'Component', 'Resource', 'System'],
    'A dependency relation from a data entity to an entity it needs.',
    [RELATION_DEPENDS_ON, 'depends on'],
    [RELATION_DEPENDENCY_OF, 'dependency of'],
  ),
  pair(
    [DATA_JOB_KIND, LINEAGE_KIND],
    [DATASET_KIND],
    'A flow from a dataset into a job or lineage.',
    [RELATION_READS_FROM, 'reads from'],
    [RELATION_READ_BY, 'read by'],
  ),
  pair(
    [DATA_JOB_KIND, LINEAGE_KIND],
    [DATASET_KIND],
    'A flow from a job or lineage into a dataset.',
    [RELATION_WRITES_TO, 'writes to'],
    [RELATION_WRITTEN_BY, 'written by'],
  ),
  pair(
    [DATASET_KIND],
    [DATA_SOURCE_KIND],
    'A relation from a dataset to the system that holds it.',
    [RELATION_STORED_IN, 'stored in'],
    [RELATION_STORES, 'stores'],
  ),
  pair(
    [DATASET_KIND],
    [DATASET_KIND],
    'A relation from a dataset to one it is made of.',
    [RELATION_DERIVES_FROM, 'derives from'],
    [RELATION_DERIVED_TO, 'derived to'],
  ),
  pair(
    [QUALITY_KIND],
    [DATASET_KIND],
    'A relation from checks to the dataset they are about.',
    [RELATION_CHECKS, 'checks'],
    [RELATION_CHECKED_BY, 'checked by'],
  ),
  pair(
    [DATASET_KIND],
    [QUALITY_KIND],
    'A relation from a dataset to a standard it follows.',
    [RELATION_GOVERNED_BY, 'governed by'],
    [RELATION_GOVERNS, 'governs'],
  ),
];
