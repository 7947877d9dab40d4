import type { Entity } from '@backstage/catalog-model';
import {
  DATA_ENTITIES_API_VERSION,
  dataEntityKinds,
  type DataEntityKind,
} from '../entities/dataEntityKinds';
import { describeEntityProblems } from './describeEntityProblems';
import { identifyEntity } from './entityIdentity';
import { type EntityProblem, formatEntityProblem } from './EntityProblem';
import type { EntityRule } from './EntityRule';
import { objectOf } from './lenientAccess';
import { dataJobRules } from './rules/dataJobRules';
import { datasetRules } from './rules/datasetRules';
import { dataSourceRules } from './rules/dataSourceRules';
import { lineageRules } from './rules/lineageRules';
import { metadataRules } from './rules/metadataRules';
import { qualityRules } from './rules/qualityRules';
import { referenceRules } from './rules/referenceRules';
import { schemaErrors } from './schemaErrors';
import { eitherOf } from './schemaPhrases';
import { shownValue } from './shownValue';

const rules: Record<DataEntityKind, EntityRule[]> = {
  DataJob: dataJobRules,
  DataSource: dataSourceRules,
  Dataset: datasetRules,
  Lineage: lineageRules,
  Quality: qualityRules,
};

/** A field, or one it lies within, that already has a problem. */
const covers = (field: string, inner: string) =>
  inner === field ||
  inner.startsWith(`${field}.`) ||
  inner.startsWith(`${field}[`);

/**
 * Validates an entity of a data kind: its schema, for `spec.definition` that of its own `spec.type`, and the rules
 * that no schema can say. Pure; never throws, whatever it is given. No problem shows what may be a credential.
 *
 * @returns No problems when the entity is right. An entity of a foreign kind has one problem, about its kind.
 *
 * @public
 */
export function validateDataEntity(entity: Entity): {
  problems: EntityProblem[];
} {
  const identity = identifyEntity(objectOf(entity));
  if (identity.is === 'slip') {
    return { problems: [identity.problem] };
  }
  if (identity.is === 'foreign') {
    const { apiVersion, kind } = objectOf(entity);
    return {
      problems: [
        {
          field: 'kind',
          message: `${shownValue(kind, 'kind')} of ${shownValue(
            apiVersion,
            'apiVersion',
          )} is not allowed`,
          remedy: `use ${eitherOf(
            dataEntityKinds,
          )} of ${DATA_ENTITIES_API_VERSION}`,
        },
      ],
    };
  }
  const problems = describeEntityProblems(
    identity.kind,
    schemaErrors(identity.kind, entity),
  );
  const spec = objectOf(entity.spec);
  const found = [
    metadataRules,
    ...rules[identity.kind],
    referenceRules,
  ].flatMap(rule => rule(entity, spec));
  // Where the schema already refuses a field, a rule about it would only repeat that.
  const added = found.filter(
    ({ field }) => !problems.some(known => covers(known.field, field)),
  );
  const unique = new Map(
    [...problems, ...added].map(item => [formatEntityProblem(item), item]),
  );
  return { problems: [...unique.values()] };
}
