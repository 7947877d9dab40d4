import { type Entity, parseEntityRef } from '@backstage/catalog-model';
import type { DataEntityKind } from '../../entities/dataEntityKinds';
import {
  type ReferenceField,
  referenceFields,
} from '../../relations/referenceFields';
import type { EntityProblem } from '../EntityProblem';
import { type EntityRule, problem } from '../EntityRule';
import { textsAt } from '../lenientAccess';
import { eitherOf } from '../schemaPhrases';
import { shownValue } from '../shownValue';

/** Checks one reference: its form, that its kind is known, and that the kind fits. */
export function referenceProblems(
  text: string,
  field: string,
  {
    defaultKind,
    allowedKinds,
  }: Pick<ReferenceField, 'defaultKind' | 'allowedKinds'>,
  entity: Entity,
): EntityProblem[] {
  const notAllowed = `${shownValue(text, field)} is not allowed`;
  const kind = /^([^:/]+):/.exec(text)?.[1] ?? defaultKind;
  if (!kind) {
    return [
      problem(
        field,
        `${notAllowed}, it names no kind`,
        `put the kind before it, for example datajob:${text}`,
      ),
    ];
  }
  try {
    parseEntityRef(text, {
      defaultKind,
      defaultNamespace: entity.metadata?.namespace,
    });
  } catch {
    return [
      problem(
        field,
        notAllowed,
        `use an entity reference, for example ${kind.toLowerCase()}:default/name`,
      ),
    ];
  }
  const fits =
    !allowedKinds ||
    allowedKinds.some(allowed => allowed.toLowerCase() === kind.toLowerCase());
  return fits
    ? []
    : [
        problem(
          field,
          `${notAllowed}, it is of the kind ${kind}`,
          `use a reference to a ${eitherOf(
            allowedKinds,
          )}, for example ${allowedKinds[0].toLowerCase()}:default/name`,
        ),
      ];
}

/** All reference fields of the kind. */
export const referenceRules: EntityRule = entity =>
  referenceFields[entity.kind as DataEntityKind].flatMap(field =>
    textsAt(entity, field.path).flatMap(({ field: at, text }) =>
      referenceProblems(text, at, field, entity),
    ),
  );
