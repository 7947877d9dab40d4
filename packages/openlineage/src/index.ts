/**
 * OpenLineage: types, validation, lenient reading, naming
 *
 * @packageDocumentation
 */
export * from './generated';
export * from './naming/DatasetName';
export * from './naming/namingRules';
export * from './naming/datasetNameOf';
export * from './naming/normalisedName';
export * from './naming/scopedToJob';
export * from './events/jobEventOf';
