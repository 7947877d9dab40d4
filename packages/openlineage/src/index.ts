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
export * from './events/JobEventParts';
export * from './events/jobEventOf';
export type { EventProblem } from './validate/EventProblem';
export * from './validate/eventKind';
export * from './validate/validateEvent';
export * from './read/ReadLimits';
export * from './read/readEvent';
export * from './read/wellFormed';
export * from './lineage/EventLineage';
export * from './lineage/lineageOfEvent';
