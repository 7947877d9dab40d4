import {
  type CompoundEntityRef,
  type Entity,
  getCompoundEntityRef,
  parseEntityRef,
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { isLineageEntity } from '../entities/dataEntityGuards';
import { DATA_JOB_KIND, DATASET_KIND } from '../entities/dataEntityKinds';
import {
  listOf,
  objectOf,
  type LenientObject,
} from '../validation/lenientAccess';
import {
  RELATION_DERIVED_TO,
  RELATION_DERIVES_FROM,
  RELATION_READ_BY,
  RELATION_READS_FROM,
  RELATION_WRITES_TO,
  RELATION_WRITTEN_BY,
} from './dataRelationPairs';
import type { DataRelation } from './relationsOf';

type End = { ref: CompoundEntityRef; isJob: boolean };

function endOf(value: LenientObject, namespace?: string): End | undefined {
  const isJob = value.type === 'JOB';
  if (typeof value.ref !== 'string') {
    return undefined;
  }
  try {
    const ref = parseEntityRef(value.ref, {
      defaultKind: isJob ? DATA_JOB_KIND : DATASET_KIND,
      defaultNamespace: namespace,
    });
    return { ref, isJob };
  } catch {
    return undefined;
  }
}

/** Every input of an entry: those of the whole target and those of its columns. */
export function inputsOfEntry(entry: LenientObject): LenientObject[] {
  const ofFields = Object.values(objectOf(entry.fields)).flatMap(field =>
    listOf(objectOf(field).inputs),
  );
  return [...listOf(entry.inputs), ...ofFields].map(objectOf);
}

/**
 * The relations that the entries of a Lineage state: the Lineage reads its inputs and writes its targets,
 * and each target Dataset derives from the input Datasets. Jobs among them become dependencies.
 * Ends that are only OpenLineage pairs have no entity and so no relation.
 */
export function lineageRelations(entity: Entity): DataRelation[] {
  if (!isLineageEntity(entity)) {
    return [];
  }
  const { namespace } = entity.metadata;
  const source = getCompoundEntityRef(entity);
  const relate = (
    from: CompoundEntityRef,
    target: CompoundEntityRef,
    type: string,
    reverseType: string,
  ): DataRelation => ({ source: from, target, type, reverseType });
  const own = (end: End, type: string, reverseType: string) =>
    end.isJob
      ? relate(source, end.ref, RELATION_DEPENDS_ON, RELATION_DEPENDENCY_OF)
      : relate(source, end.ref, type, reverseType);

  return listOf(entity.spec.entries).flatMap(item => {
    const entry = objectOf(item);
    const target = endOf(objectOf(entry.target), namespace);
    const inputs = inputsOfEntry(entry).flatMap(
      input => endOf(input, namespace) ?? [],
    );
    const derived = inputs.filter(
      input =>
        target &&
        !target.isJob &&
        !input.isJob &&
        stringifyEntityRef(target.ref) !== stringifyEntityRef(input.ref),
    );
    return [
      ...(target ? [own(target, RELATION_WRITES_TO, RELATION_WRITTEN_BY)] : []),
      ...inputs.map(input => own(input, RELATION_READS_FROM, RELATION_READ_BY)),
      ...derived.map(input =>
        relate(
          target!.ref,
          input.ref,
          RELATION_DERIVES_FROM,
          RELATION_DERIVED_TO,
        ),
      ),
    ];
  });
}
