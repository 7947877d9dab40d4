/**
 * The kinds DataJob, DataSource, Dataset, Lineage and Quality: types, guards, validation, relations.
 *
 * @packageDocumentation
 */
export * from './entities/generated/SharedDefinitions';
export * from './entities/generated/DataJob';
export * from './entities/generated/DataSource';
export * from './entities/generated/Dataset';
export * from './entities/generated/Lineage';
export * from './entities/generated/Quality';
export * from './entities/dataEntityKinds';
export * from './entities/DataEntity';
export * from './entities/dataEntityGuards';
export * from './entities/dataJobDefinitions';
export * from './relations/dataRelationPairs';
export { type DataRelation, relationsOf } from './relations/relationsOf';
export {
  type ReferenceField,
  referenceFields,
} from './relations/referenceFields';
export { dataEntitySchemas } from './schema/kindSchemas';
export {
  type EntityProblem,
  formatEntityProblem,
} from './validation/EntityProblem';
export { describeEntityProblems } from './validation/describeEntityProblems';
export {
  identifyEntity,
  type EntityIdentity,
} from './validation/entityIdentity';
export { isTimeZone } from './validation/cron';
export { validateDataEntity } from './validation/validateDataEntity';
export * from './validation/kindValidators';
export {
  type CredentialTextLanguage,
  type CredentialUse,
  findCredentialUses,
} from './validation/literalCredentials';
export { isSecretName } from './validation/secretNames';
export {
  type QualityOperator,
  qualityOperators,
} from './validation/rules/qualityCheckRules';
