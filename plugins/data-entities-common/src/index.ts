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
