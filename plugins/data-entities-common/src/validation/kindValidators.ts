import type { Entity, KindValidator } from '@backstage/catalog-model';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { DataEntityKind } from '../entities/dataEntityKinds';
import { identifyEntity } from './entityIdentity';
import { type EntityProblem, formatEntityProblem } from './EntityProblem';
import { validateDataEntity } from './validateDataEntity';

/**
 * The error that refuses an entity: one line per problem.
 *
 * @public
 */
export function dataEntityError(
  entity: Entity,
  problems: readonly EntityProblem[],
): InputError {
  const lines = problems.map(formatEntityProblem);
  const name = entity.metadata?.name
    ? stringifyEntityRef(entity)
    : `A ${entity.kind} without a name`;
  return new InputError(
    lines.length === 1
      ? `${name} is not valid: ${lines[0]}`
      : `${name} is not valid:\n${lines.map(line => `- ${line}`).join('\n')}`,
  );
}

/**
 * Checks an entity of any data kind.
 *
 * @returns Whether it is one of ours; false leaves it to others.
 * @throws InputError that names every problem with field, value and remedy.
 *
 * @public
 */
export function checkDataEntity(entity: Entity): boolean {
  if (identifyEntity(entity).is === 'foreign') {
    return false;
  }
  const { problems } = validateDataEntity(entity);
  if (problems.length) {
    throw dataEntityError(entity, problems);
  }
  return true;
}

const validatorOf = (kind: DataEntityKind): KindValidator => ({
  async check(entity) {
    return entity.kind === kind && checkDataEntity(entity);
  },
});

/**
 * The catalog's `KindValidator` of DataJob.
 *
 * @public
 */
export const dataJobEntityV1alpha1Validator = validatorOf('DataJob');
/**
 * The catalog's `KindValidator` of DataSource.
 *
 * @public
 */
export const dataSourceEntityV1alpha1Validator = validatorOf('DataSource');
/**
 * The catalog's `KindValidator` of Dataset.
 *
 * @public
 */
export const datasetEntityV1alpha1Validator = validatorOf('Dataset');
/**
 * The catalog's `KindValidator` of Lineage.
 *
 * @public
 */
export const lineageEntityV1alpha1Validator = validatorOf('Lineage');
/**
 * The catalog's `KindValidator` of Quality.
 *
 * @public
 */
export const qualityEntityV1alpha1Validator = validatorOf('Quality');
