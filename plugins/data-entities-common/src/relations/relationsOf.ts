import {
  type CompoundEntityRef,
  type Entity,
  getCompoundEntityRef,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  dataEntityKinds,
  type DataEntityKind,
} from '../entities/dataEntityKinds';
import { isDataEntity } from '../entities/dataEntityGuards';
import { textsAt } from '../validation/lenientAccess';
import { lineageRelations } from './lineageRelations';
import { type ReferenceField, referenceFields } from './referenceFields';

/**
 * A relation between two entities, in both directions.
 *
 * @public
 */
export type DataRelation = {
  source: CompoundEntityRef;
  target: CompoundEntityRef;
  /** From source to target, such as `readsFrom`. */
  type: string;
  /** From target to source, such as `readBy`. */
  reverseType: string;
};

/** Parses a reference as a field means it; undefined when it is none or of a kind the field does not take. */
export function parseFieldRef(
  text: string,
  field: Pick<ReferenceField, 'defaultKind' | 'allowedKinds'>,
  entity: Entity,
): CompoundEntityRef | undefined {
  try {
    const ref = parseEntityRef(text, {
      defaultKind: field.defaultKind,
      defaultNamespace: entity.metadata.namespace,
    });
    const allowed =
      !field.allowedKinds ||
      field.allowedKinds.some(
        kind => kind.toLowerCase() === ref.kind.toLowerCase(),
      );
    return allowed ? ref : undefined;
  } catch {
    return undefined;
  }
}

function fieldRelations(entity: Entity): DataRelation[] {
  const source = getCompoundEntityRef(entity);
  return referenceFields[entity.kind as DataEntityKind].flatMap(field =>
    textsAt(entity, field.path).flatMap(({ text }) => {
      const target = parseFieldRef(text, field, entity);
      if (!target || !field.relation) {
        return [];
      }
      const [type, reverseType] = field.relation;
      return [{ source, target, type, reverseType }];
    }),
  );
}

/**
 * The relations that a data entity states, each once. References without a namespace take that of the entity.
 * Entities of other kinds have none; references that cannot be read are left out.
 *
 * @param options - `only: 'entries'` gives just those that come from the entries of a Lineage, which
 * a catalog model layer cannot express.
 *
 * @public
 */
export function relationsOf(
  entity: Entity,
  options?: { only?: 'entries' },
): DataRelation[] {
  const known = (dataEntityKinds as readonly string[]).includes(entity.kind);
  if (!known || !isDataEntity(entity)) {
    return [];
  }
  const relations = [
    ...(options?.only === 'entries' ? [] : fieldRelations(entity)),
    ...lineageRelations(entity),
  ];
  const key = (relation: DataRelation) =>
    [
      stringifyEntityRef(relation.source),
      relation.type,
      stringifyEntityRef(relation.target),
    ].join(' ');
  return [
    ...new Map(relations.map(relation => [key(relation), relation])).values(),
  ];
}
