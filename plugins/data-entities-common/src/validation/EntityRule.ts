import type { Entity } from '@backstage/catalog-model';
import type { EntityProblem } from './EntityProblem';
import type { LenientObject } from './lenientAccess';

/**
 * A rule that the schema cannot say. It reads entities that may be wrong in any way, so it trusts no field.
 */
export type EntityRule = (
  entity: Entity,
  spec: LenientObject,
) => EntityProblem[];

/** A rule's finding as a problem. */
export const problem = (
  field: string,
  message: string,
  remedy: string,
): EntityProblem => ({ field, message, remedy });
